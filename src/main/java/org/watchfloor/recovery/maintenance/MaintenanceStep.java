package org.watchfloor.recovery.maintenance;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.watchfloor.recovery.step.Lengths;
import org.watchfloor.recovery.step.Line;
import org.watchfloor.recovery.step.StepSpec;
import org.watchfloor.recovery.text.Values;

/**
 * Begins planned work, so that nobody is paged for it, or ends what the same runbook began.
 *
 * @param begin for how long at most, 1 min to 24 h; empty: end it
 */
public record MaintenanceStep(Optional<Duration> begin, Of of) implements StepSpec {
    /** What the work is on: part of the target. */
    public enum Of {
        HOST,
        CHECK,
        /** All services that the check carries. */
        SERVICE
    }

    @Override
    public String summary() {
        String what = "maintenance of the " + of.name().toLowerCase(Locale.ROOT);
        return begin.map(length -> "begin " + what + " for " + Lengths.text(length))
                .orElse("end " + what);
    }

    @Override
    public List<Line> preview(Values values) {
        return List.of(Line.of("maintenance", summary()));
    }
}
