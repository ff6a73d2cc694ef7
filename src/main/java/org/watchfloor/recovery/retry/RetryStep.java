package org.watchfloor.recovery.retry;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.watchfloor.model.Counted;
import org.watchfloor.model.Reason;
import org.watchfloor.recovery.step.Choices;
import org.watchfloor.recovery.step.Lengths;
import org.watchfloor.recovery.step.Line;
import org.watchfloor.recovery.step.StepSpec;
import org.watchfloor.recovery.text.Values;

/**
 * Runs the failed check again until it is green, each time after a longer wait.
 *
 * @param max tries, 1 to 100, default 3
 * @param interval before the first one, default 1 s
 * @param multiplier of the wait from one try to the next, 1 to 10, default 2
 * @param cap of the wait, default 30 s
 * @param jitter share of the wait that is left to chance, 0 to 1, default 0.2
 * @param reasons for which it is tried again; empty: for all
 */
public record RetryStep(int max, Duration interval, double multiplier, Duration cap, double jitter, Set<Reason> reasons)
        implements StepSpec {
    public RetryStep {
        reasons = Set.copyOf(reasons);
    }

    @Override
    public String summary() {
        return "run the check again, up to " + Counted.of(max, "time");
    }

    @Override
    public List<Line> preview(Values values) {
        String waits = Lengths.text(interval) + ", then times " + multiplier + " up to " + Lengths.text(cap)
                + ", give or take " + Math.round(jitter * 100) + " %";
        String why = reasons.isEmpty()
                ? "any reason"
                : Choices.written(reasons.stream().sorted().toList());
        return List.of(
                Line.of("tries", Integer.toString(max)), Line.of("waits", waits), Line.of("tried again for", why));
    }
}
