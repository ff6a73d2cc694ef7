package org.watchfloor.recovery.failover;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.watchfloor.model.ServiceId;
import org.watchfloor.recovery.step.Line;
import org.watchfloor.recovery.step.Step;
import org.watchfloor.recovery.step.StepSpec;
import org.watchfloor.recovery.text.NotRendered;
import org.watchfloor.recovery.text.Values;

/**
 * Moves a service from the instance that failed to the next healthy one, in the order of its instances, by its own steps.
 *
 * @param service empty: the first one that the failed check carries
 * @param steps how the world is told; empty: nothing moves, the instance that is next is only named
 */
public record FailoverStep(Optional<ServiceId> service, List<Step> steps) implements StepSpec {
    public FailoverStep {
        steps = List.copyOf(steps);
    }

    @Override
    public String summary() {
        return "move " + name() + " to its next healthy instance";
    }

    private String name() {
        return service.map(ServiceId::toString).orElse("the service");
    }

    @Override
    public List<Line> preview(Values values) throws NotRendered {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of("move", name() + " to its next healthy instance"));
        for (Step step : steps) {
            lines.add(Line.of("by", step.title()));
            lines.addAll(step.spec().preview(values));
        }
        return lines;
    }
}
