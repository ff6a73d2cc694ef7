package org.watchfloor.recovery.retry;

import java.util.List;
import java.util.Optional;
import org.watchfloor.config.RetryPolicy;
import org.watchfloor.model.Counted;
import org.watchfloor.recovery.step.Choices;
import org.watchfloor.recovery.step.Lengths;
import org.watchfloor.recovery.step.Line;
import org.watchfloor.recovery.step.StepSpec;
import org.watchfloor.recovery.text.Values;

/**
 * Runs the failed check again until it is green, each time after a longer wait.
 *
 * @param policy how often and when
 * @param name of the policy; empty if it is written here
 */
public record RetryStep(RetryPolicy policy, Optional<String> name) implements StepSpec {
    @Override
    public String summary() {
        return "run the check again, up to " + Counted.of(policy.max(), "time");
    }

    @Override
    public List<Line> preview(Values values) {
        String waits = Lengths.text(policy.interval()) + ", then times " + policy.multiplier() + " up to "
                + Lengths.text(policy.cap()) + ", give or take " + Math.round(policy.jitter() * 100) + " %";
        String why = policy.reasons().isEmpty()
                ? "any reason"
                : Choices.written(policy.reasons().stream().sorted().toList());
        return List.of(
                Line.of(
                        "tries",
                        policy.max() + name.map(known -> " (" + known + ")").orElse("")),
                Line.of("waits", waits),
                Line.of("tried again for", why));
    }
}
