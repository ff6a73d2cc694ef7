package org.watchfloor.recovery.breaker;

import org.watchfloor.recovery.step.StepNode;
import org.watchfloor.recovery.step.StepType;

/** Reads the {@code breaker:} section of a step. */
public final class BreakerStepType implements StepType<BreakerStep> {
    @Override
    public String key() {
        return "breaker";
    }

    @Override
    public Class<BreakerStep> specType() {
        return BreakerStep.class;
    }

    @Override
    public BreakerStep read(StepNode step) {
        BreakerStep.Turn turn =
                step.node().key("turn", "open (default) or close").choice(BreakerStep.Turn.OPEN);
        GateRef gate = step.node()
                .key("gate", "this (default): of the target's host; host:ID; dependency:NAME; channel:ID")
                .text()
                .flatMap(text -> GateRef.read(step, "gate", text))
                .orElseGet(GateRef.OfTarget::new);
        return new BreakerStep(turn, gate);
    }
}
