package org.watchfloor.recovery.wait;

import java.time.Duration;
import org.watchfloor.recovery.step.StepNode;
import org.watchfloor.recovery.step.StepType;

/** Reads the {@code wait:} section of a step. */
public final class WaitStepType implements StepType<WaitStep> {
    @Override
    public String key() {
        return "wait";
    }

    @Override
    public Class<WaitStep> specType() {
        return WaitStep.class;
    }

    @Override
    public WaitStep read(StepNode step) {
        return new WaitStep(step.node()
                .key("for", "how long, 1s to 1h; 10s by default")
                .duration(Duration.ofSeconds(10), Duration.ofSeconds(1), Duration.ofHours(1)));
    }
}
