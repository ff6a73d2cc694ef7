package org.watchfloor.probe.ladder;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.Reason;
import org.watchfloor.model.Rung;
import org.watchfloor.model.Rung.Standing;
import org.watchfloor.probe.Probe;
import org.watchfloor.probe.net.Words;

/**
 * The check looks again, in its own way and with its own credentials; its answer says which of its steps is broken.
 *
 * @param steps at least one
 */
record SecondLook(List<Step> steps, Past past) {
    private static final int LONGEST = 500;

    List<Rung> rungs(Probe probe, Duration timeout) throws InterruptedException {
        long begun = System.nanoTime();
        Observation seen = probe.run(timeout);
        Duration whole = Duration.ofNanos(System.nanoTime() - begun);
        int broken = failure(seen.outcome()).map(reason -> broken(reason, seen)).orElse(steps.size());
        List<Rung> rungs = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (i < broken) {
                rungs.add(holds(step, seen));
            } else if (i == broken) {
                rungs.add(broken(step, seen, whole));
            } else {
                rungs.add(Rungs.notReached(step.name()));
            }
        }
        return rungs;
    }

    private static Optional<Reason> failure(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Up _, Outcome.Degraded _ -> Optional.empty();
            case Outcome.Down down -> Optional.of(down.reason());
            case Outcome.Unknown unknown -> Optional.of(unknown.reason());
        };
    }

    /** The step that the reason belongs to, rather one that was not passed; else the one after those that were passed. */
    private int broken(Reason reason, Observation seen) {
        int next = passed(seen);
        return IntStream.concat(IntStream.range(next, steps.size()), IntStream.range(0, next))
                .filter(i -> steps.get(i).breaks().contains(reason))
                .findFirst()
                .orElse(Math.min(next, steps.size() - 1));
    }

    /** How many steps the look has taken. */
    private int passed(Observation seen) {
        return IntStream.range(0, steps.size())
                .filter(i -> steps.get(i).passed().test(seen))
                .map(i -> i + 1)
                .max()
                .orElse(0);
    }

    private Rung holds(Step step, Observation seen) {
        String shown = step.shows().apply(seen);
        return new Rung(
                step.name(),
                past.isOther(step, shown) ? Standing.CHANGED : Standing.OK,
                shown.isEmpty() ? "works" : shown,
                Seen.took(seen, step.phase()),
                past.unlike(step, shown));
    }

    private Rung broken(Step step, Observation seen, Duration whole) {
        Duration before = seen.timings().phases().entrySet().stream()
                .filter(phase -> phase.getKey().compareTo(step.phase()) < 0)
                .map(Map.Entry::getValue)
                .reduce(Duration.ZERO, Duration::plus);
        Duration took = whole.minus(before);
        return new Rung(
                step.name(),
                Standing.BROKEN,
                Words.excerpt(seen.outcome().message(), LONGEST),
                Optional.of(took.isNegative() ? Duration.ZERO : took),
                past.of(step));
    }
}
