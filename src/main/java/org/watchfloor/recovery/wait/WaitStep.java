package org.watchfloor.recovery.wait;

import java.time.Duration;
import java.util.List;
import org.watchfloor.recovery.step.Lengths;
import org.watchfloor.recovery.step.Line;
import org.watchfloor.recovery.step.StepSpec;
import org.watchfloor.recovery.text.Values;

/** @param length 1 s to 1 h */
public record WaitStep(Duration length) implements StepSpec {
    @Override
    public String summary() {
        return "wait " + Lengths.text(length);
    }

    @Override
    public List<Line> preview(Values values) {
        return List.of(Line.of("wait", Lengths.text(length)));
    }
}
