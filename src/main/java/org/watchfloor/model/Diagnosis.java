package org.watchfloor.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.watchfloor.model.Rung.Standing;

/**
 * How far down the way to a target everything works: at most one rung is broken, and those below it were not reached.
 * Taken once for each outage, right after its first failed look, and when a person asks. Immutable.
 *
 * @param at when the descent began, or was refused
 * @param rungs from the name down; empty if no descent took place
 * @param lastGoodAt when the look ended that the last good values are of; empty if none is known
 * @param note why no descent took place; empty if it did
 */
public record Diagnosis(Instant at, List<Rung> rungs, Optional<Instant> lastGoodAt, String note) {
    public Diagnosis {
        rungs = List.copyOf(rungs);
    }

    /** {@code not diagnosed: too many failures at once}. */
    public static Diagnosis notMade(Instant at, String why) {
        return new Diagnosis(at, List.of(), Optional.empty(), "not diagnosed: " + why);
    }

    /** The first rung that does not hold; empty if all do, or nothing was found out. */
    public Optional<Rung> broken() {
        return rungs.stream().filter(Rung::isBroken).findFirst();
    }

    /**
     * One line: {@code broken at TCP: connection refused by 10.0.0.9:80, after 1 ms; last good: connected in 2 ms}, and
     * what is not as it was.
     */
    public String headline() {
        if (rungs.isEmpty()) {
            return note;
        }
        String found = broken().map(rung -> "broken at " + rung.name() + ": " + rung.words())
                .orElseGet(() -> "nothing is broken: all worked when it was tried");
        return found + changes().map(rung -> " – " + rung.text()).collect(Collectors.joining());
    }

    /** The headline, a line for each other rung that was reached, what was not, and when all this was seen. */
    public String text() {
        if (rungs.isEmpty()) {
            return note;
        }
        String others = rungs.stream()
                .filter(rung -> rung.standing() == Standing.OK)
                .map(rung -> "\n– " + rung.text())
                .collect(Collectors.joining());
        String missed = rungs.stream()
                .filter(rung -> rung.standing() == Standing.NOT_REACHED)
                .map(Rung::name)
                .collect(Collectors.joining(", "));
        return headline() + others + (missed.isEmpty() ? "" : "\n– not reached: " + missed) + "\n– tried at "
                + seconds(at)
                + lastGoodAt.map(good -> ", last good at " + seconds(good)).orElse(", no good look is known");
    }

    private Stream<Rung> changes() {
        return rungs.stream().filter(rung -> rung.standing() == Standing.CHANGED);
    }

    private static Instant seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }
}
