package org.watchfloor.recovery.retry;

import java.time.Duration;
import java.util.Set;
import org.watchfloor.config.ConfigNode;
import org.watchfloor.model.Reason;
import org.watchfloor.recovery.step.Choices;
import org.watchfloor.recovery.step.StepNode;
import org.watchfloor.recovery.step.StepType;

/** Reads the {@code retry:} section of a step. */
public final class RetryStepType implements StepType<RetryStep> {
    private static final Duration LONGEST = Duration.ofHours(1);

    @Override
    public String key() {
        return "retry";
    }

    @Override
    public Class<RetryStep> specType() {
        return RetryStep.class;
    }

    @Override
    public RetryStep read(StepNode step) {
        ConfigNode node = step.node();
        Duration interval = node.key("interval", "wait before the first try; 1s by default")
                .duration(Duration.ofSeconds(1), Duration.ofMillis(100), LONGEST);
        Duration cap = node.key("cap", "longest wait; 30s by default")
                .duration(Duration.ofSeconds(30), Duration.ofMillis(100), LONGEST);
        if (cap.compareTo(interval) < 0) {
            node.problem("cap", "the longest wait is shorter than the first one", "make cap: at least interval:");
        }
        Set<Reason> reasons = Choices.read(
                node,
                "reasons",
                "reason",
                "for which it is tried again, such as refused; all by default",
                Reason.class);
        return new RetryStep(
                node.key("max", "tries, 1 to 100; 3 by default").integer(3, 1, 100),
                interval,
                number(node, "multiplier", "of the wait from try to try, 1 to 10; 2 by default", 2, 1, 10),
                cap,
                number(node, "jitter", "share of the wait that is left to chance, 0 to 1; 0.2 by default", 0.2, 0, 1),
                reasons);
    }

    private static double number(ConfigNode node, String key, String doc, double byDefault, double min, double max) {
        double found = node.key(key, doc).number().orElse(byDefault);
        if (found < min || found > max) {
            node.problem(
                    key, "\"" + key + "\" is out of range", "write a number from " + (int) min + " to " + (int) max);
        }
        return Math.clamp(found, min, max);
    }
}
