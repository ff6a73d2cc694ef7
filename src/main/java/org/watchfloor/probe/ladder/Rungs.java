package org.watchfloor.probe.ladder;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.Rung;
import org.watchfloor.model.Rung.Standing;
import org.watchfloor.probe.Probe;
import org.watchfloor.probe.net.Interrupts;

/** The rungs of one descent, taken one after the other; below a broken one none is reached. Confined to its thread. */
public final class Rungs {
    private final Past past;
    private final List<Rung> taken = new ArrayList<>();

    /** @param good the last good result, if one is known, to compare with */
    public Rungs(Optional<CheckResult> good) {
        past = new Past(good);
    }

    /** Looks at one step. */
    @FunctionalInterface
    public interface Look {
        Found take() throws InterruptedException;
    }

    /** What a step showed; the words are those of {@link Rung}. */
    public record Found(Standing standing, String seen, String lastGood) {}

    /** Takes one more, unless one is broken. */
    public void take(String name, Look look) throws InterruptedException {
        if (isBroken()) {
            taken.add(notReached(name));
            return;
        }
        long begun = System.nanoTime();
        Found found = look.take();
        Interrupts.rethrow();
        taken.add(new Rung(
                name,
                found.standing(),
                found.seen(),
                Optional.of(Duration.ofNanos(System.nanoTime() - begun)),
                found.lastGood()));
    }

    /** Has the check itself look once more, which tells at which of these steps it fails. */
    public void look(List<Step> steps, Probe probe, Duration timeout) throws InterruptedException {
        if (isBroken()) {
            steps.forEach(step -> taken.add(notReached(step.name())));
        } else if (!steps.isEmpty()) {
            taken.addAll(new SecondLook(steps, past).rungs(probe, timeout));
        }
    }

    static Rung notReached(String name) {
        return new Rung(name, Standing.NOT_REACHED, "", Optional.empty(), "");
    }

    boolean isBroken() {
        return taken.stream().anyMatch(Rung::isBroken);
    }

    /** What the last good look saw, and until when; empty if it is not known. */
    public String until(String fact) {
        return past.until(fact);
    }

    Past past() {
        return past;
    }

    public List<Rung> all() {
        return List.copyOf(taken);
    }
}
