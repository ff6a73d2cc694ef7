package org.watchfloor.lab;

import java.util.List;

/**
 * When what breaks and mends in the lab. A line is {@code at TIME: ACTION} or {@code every TIME [from TIME]: ACTION}; an
 * action is {@code break TARGET FAULT [for TIME]}, {@code mend TARGET} or {@code mend all}; {@code #} begins a comment;
 * times are written as {@code 500ms}, {@code 10s}, {@code 5m} or {@code 1h30m} and count from the start. Immutable.
 */
public final class LabScript {
    private final List<LabStep> steps;

    LabScript(List<LabStep> steps) {
        this.steps = List.copyOf(steps);
    }

    /** What plays when nobody brings a script: most of the lab is sound, and something changes every half a minute. */
    public static LabScript demo(List<LabTarget> targets) {
        return switch (new LabScriptReader(targets).parse("demo.lab", Resources.text("demo.lab"))) {
            case LabScriptResult.Parsed parsed -> parsed.script();
            case LabScriptResult.Rejected rejected -> throw new IllegalStateException("" + rejected.problems());
        };
    }

    List<LabStep> steps() {
        return steps;
    }
}
