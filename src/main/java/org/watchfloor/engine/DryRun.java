package org.watchfloor.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchfloor.config.Site;
import org.watchfloor.engine.Guarding.Guard;
import org.watchfloor.model.CheckId;
import org.watchfloor.recovery.Binding;
import org.watchfloor.recovery.Runbook;
import org.watchfloor.recovery.action.Cause;
import org.watchfloor.recovery.action.Part;
import org.watchfloor.recovery.action.Script;
import org.watchfloor.recovery.failure.Target;
import org.watchfloor.recovery.step.Line;
import org.watchfloor.recovery.text.NotRendered;
import org.watchfloor.recovery.text.Rendered;
import org.watchfloor.recovery.text.Values;

/**
 * What a runbook would do on a target, and whether it may, without doing anything.
 *
 * @param guards all that must hold, with what is the case now
 * @param reach what lies behind the target and may feel it
 * @param steps as they would be carried out; values of a failover that are not known yet stay as they are written
 * @param rollback likewise
 * @param faults why it cannot be carried out as it is; empty if it can
 */
public record DryRun(
        List<Guard> guards, List<CheckId> reach, List<Shown> steps, List<Shown> rollback, List<String> faults) {
    public DryRun {
        guards = List.copyOf(guards);
        reach = List.copyOf(reach);
        steps = List.copyOf(steps);
        rollback = List.copyOf(rollback);
        faults = List.copyOf(faults);
    }

    /** A step, and the lines that say what it would do; secrets are blotted out. */
    public record Shown(String title, List<Text> lines) {
        public Shown {
            lines = List.copyOf(lines);
        }
    }

    /** @param what such as {@code command} */
    public record Text(String what, String text) {}

    /** Whether it would begin. */
    public boolean isAllowed() {
        return faults.isEmpty() && guards.stream().allMatch(Guard::holds);
    }

    /** Any thread may ask. */
    public static DryRun of(
            EngineState state, Runbook runbook, Target target, Map<String, String> given, Cause cause, Instant now) {
        Site site = state.layout().site();
        List<String> faults = new ArrayList<>();
        Values values = values(Binding.of(runbook, site, Optional.of(target), given), faults);
        Script script = Script.of(runbook, values.with(Instances.texts(state, target.services())));
        return new DryRun(
                new Guarding(state, runbook, target, now).all(cause, key(runbook, target, values, faults)),
                List.copyOf(state.layout().reachability().downstreamOf(target.check())),
                shown(script, Part.STEPS, faults),
                shown(script, Part.ROLLBACK, faults),
                faults);
    }

    private static Values values(Binding binding, List<String> faults) {
        return switch (binding) {
            case Binding.Bound(Values values) -> values;
            case Binding.Refused(List<String> wrong) -> {
                faults.addAll(wrong);
                yield Values.NONE;
            }
        };
    }

    private static String key(Runbook runbook, Target target, Values values, List<String> faults) {
        try {
            return Acting.key(runbook, target, values);
        } catch (NotRendered e) {
            faults.add("its key of concurrency: " + e.getMessage());
            return "";
        }
    }

    private static List<Shown> shown(Script script, Part part, List<String> faults) {
        List<Shown> shown = new ArrayList<>();
        for (Script.Line line : script.of(part)) {
            List<Text> texts = new ArrayList<>();
            try {
                for (Line one : line.step().spec().preview(script.values())) {
                    Rendered text = one.text();
                    texts.add(new Text(one.what(), text.shown()));
                }
            } catch (NotRendered e) {
                faults.add(line.step().title() + ": " + e.getMessage());
            }
            shown.add(new Shown(line.step().title(), texts));
        }
        return shown;
    }
}
