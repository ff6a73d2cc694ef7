package org.watchfloor.recovery.failover;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchfloor.model.ServiceId;
import org.watchfloor.recovery.step.Step;
import org.watchfloor.recovery.step.StepNode;
import org.watchfloor.recovery.step.StepType;
import org.watchfloor.recovery.step.StepsReader;
import org.watchfloor.recovery.text.Meaning;

/** Reads the {@code failover:} section of a step. */
public final class FailoverStepType implements StepType<FailoverStep> {
    /** What only the steps of a failover know: the instance that failed and the one that takes over. */
    public static final Map<String, Meaning> MORE = Map.of(
            "from", Meaning.NAME, "from.address", Meaning.ADDRESS, "to", Meaning.NAME, "to.address", Meaning.ADDRESS);

    private final StepsReader parts;

    /** @param parts the kinds that its own steps may be */
    public FailoverStepType(List<? extends StepType<?>> parts) {
        this.parts = new StepsReader(parts);
    }

    @Override
    public String key() {
        return "failover";
    }

    @Override
    public Class<FailoverStep> specType() {
        return FailoverStep.class;
    }

    @Override
    public FailoverStep read(StepNode step) {
        Optional<ServiceId> service = step.node()
                .key("service", "which one; the first one that the failed check carries by default")
                .text()
                .filter(id -> step.isKnown(
                        "service", "service", id, step.known().site().services()))
                .map(ServiceId::new);
        List<Step> steps = parts.read(
                step.node(),
                "steps",
                "how the world is told, with {{from}} and {{to}}; without steps nothing moves, it is only named",
                step.vocabulary().with(MORE),
                step.known());
        return new FailoverStep(service, steps);
    }
}
