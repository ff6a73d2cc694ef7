package org.watchfloor.recovery.maintenance;

import java.time.Duration;
import java.util.Optional;
import org.watchfloor.recovery.step.StepNode;
import org.watchfloor.recovery.step.StepType;

/** Reads the {@code maintenance:} section of a step. */
public final class MaintenanceStepType implements StepType<MaintenanceStep> {
    @Override
    public String key() {
        return "maintenance";
    }

    @Override
    public Class<MaintenanceStep> specType() {
        return MaintenanceStep.class;
    }

    @Override
    public MaintenanceStep read(StepNode step) {
        Optional<Duration> begin = step.node()
                .key("begin", "for how long at most, 1m to 24h")
                .duration(Duration.ofMinutes(1), Duration.ofHours(24));
        boolean end =
                step.node().key("end", "true: ends what this runbook began").flag(false);
        MaintenanceStep.Of of =
                step.node().key("of", "host (default), check or service").choice(MaintenanceStep.Of.HOST);
        step.oneOf("a maintenance step begins or ends", "begin", "end");
        if (step.isGiven("end") && !end) {
            step.node().problem("end", "it is neither begun nor ended", "write end: true, or begin: 30m instead");
        }
        return new MaintenanceStep(begin, of);
    }
}
