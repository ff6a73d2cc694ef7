package org.watchfloor.recovery.check;

import java.time.Duration;
import org.watchfloor.recovery.step.CheckRef;
import org.watchfloor.recovery.step.StepNode;
import org.watchfloor.recovery.step.StepType;

/** Reads the {@code check:} section of a step. */
public final class CheckStepType implements StepType<CheckStep> {
    private static final Duration HOUR = Duration.ofHours(1);

    @Override
    public String key() {
        return "check";
    }

    @Override
    public Class<CheckStep> specType() {
        return CheckStep.class;
    }

    @Override
    public CheckStep read(StepNode step) {
        CheckRef check = step.check("of", "which one");
        Duration greenFor = step.node()
                .key("green-for", "how long it has to stay green; 0s by default: once is enough")
                .duration(Duration.ZERO, Duration.ZERO, HOUR);
        Duration within = step.node()
                .key("within", "after which the step has failed; 2m by default")
                .duration(Duration.ofMinutes(2), Duration.ofSeconds(1), HOUR);
        if (greenFor.compareTo(within) >= 0) {
            step.node().problem("green-for", "it cannot be green for so long within that time", "make within: longer");
        }
        return new CheckStep(check, greenFor, within);
    }
}
