package org.watchfloor.recovery.check;

import java.time.Duration;
import java.util.List;
import org.watchfloor.recovery.step.CheckRef;
import org.watchfloor.recovery.step.Lengths;
import org.watchfloor.recovery.step.Line;
import org.watchfloor.recovery.step.StepSpec;
import org.watchfloor.recovery.text.Values;

/**
 * Runs a check again and again until it is green.
 *
 * @param greenFor how long it has to stay green; zero: once is enough
 * @param within after which the step has failed
 */
public record CheckStep(CheckRef check, Duration greenFor, Duration within) implements StepSpec {
    @Override
    public String summary() {
        String how = greenFor.isZero() ? "is green" : "is green for " + Lengths.text(greenFor);
        return "until " + (check instanceof CheckRef.This ? "the check" : check) + " " + how;
    }

    @Override
    public List<Line> preview(Values values) {
        return List.of(Line.of("run", check.toString()), Line.of("within", Lengths.text(within)));
    }
}
