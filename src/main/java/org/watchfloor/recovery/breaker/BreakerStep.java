package org.watchfloor.recovery.breaker;

import java.util.List;
import java.util.Locale;
import org.watchfloor.recovery.step.Line;
import org.watchfloor.recovery.step.StepSpec;
import org.watchfloor.recovery.text.Values;

/** Opens a breaker, so that nothing is asked of what is broken, or closes it. */
public record BreakerStep(Turn turn, GateRef gate) implements StepSpec {
    /** What becomes of it. */
    public enum Turn {
        OPEN,
        CLOSE
    }

    @Override
    public String summary() {
        String whose = gate instanceof GateRef.OfTarget ? "the host" : gate.toString();
        return turn.name().toLowerCase(Locale.ROOT) + " the breaker of " + whose;
    }

    @Override
    public List<Line> preview(Values values) {
        return List.of(Line.of("breaker", turn.name().toLowerCase(Locale.ROOT) + " " + gate));
    }
}
