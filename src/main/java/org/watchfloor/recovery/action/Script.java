package org.watchfloor.recovery.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.watchfloor.recovery.Plan;
import org.watchfloor.recovery.Runbook;
import org.watchfloor.recovery.failover.FailoverStep;
import org.watchfloor.recovery.restart.RestartStep;
import org.watchfloor.recovery.step.Step;
import org.watchfloor.recovery.text.Values;

/**
 * What one action carries out, as the configuration was when it began: a runbook that is changed meanwhile changes
 * nothing of it. Immutable.
 *
 * @param steps in order; those within others stand before them
 * @param rollback likewise; empty if there is none
 */
public record Script(Runbook runbook, Values values, List<Line> steps, List<Line> rollback) {
    public Script {
        steps = List.copyOf(steps);
        rollback = List.copyOf(rollback);
    }

    /** @param move the failover that the step belongs to */
    public record Line(Step step, Optional<FailoverStep> move) {}

    public static Script of(Runbook runbook, Values values) {
        Plan plan = runbook.plan();
        return new Script(
                runbook,
                values,
                flat(plan.steps(), Optional.empty()),
                plan.rollback()
                        .map(back -> flat(back.steps(), Optional.empty()))
                        .orElse(List.of()));
    }

    public List<Line> of(Part part) {
        return switch (part) {
            case STEPS -> steps;
            case ROLLBACK -> rollback;
        };
    }

    private static List<Line> flat(List<Step> steps, Optional<FailoverStep> move) {
        List<Line> lines = new ArrayList<>();
        for (Step step : steps) {
            Optional<FailoverStep> own = step.spec() instanceof FailoverStep failover ? Optional.of(failover) : move;
            lines.addAll(flat(within(step), own));
            lines.add(new Line(step, own));
        }
        return lines;
    }

    private static List<Step> within(Step step) {
        return switch (step.spec()) {
            case RestartStep restart -> restart.drain();
            case FailoverStep failover -> failover.steps();
            default -> Stream.<Step>empty().toList();
        };
    }
}
