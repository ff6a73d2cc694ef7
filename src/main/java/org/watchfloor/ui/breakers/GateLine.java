package org.watchfloor.ui.breakers;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.watchfloor.gate.Breaker;
import org.watchfloor.gate.CallCounts;
import org.watchfloor.gate.GateId;
import org.watchfloor.gate.GateState;
import org.watchfloor.gate.Position;
import org.watchfloor.ui.fx.Formats;

/** A breaker as one line tells it. Immutable. */
record GateLine(GateId gate, Breaker breaker, GateState state) {
    static GateLine of(GateId gate, Breaker breaker) {
        return new GateLine(gate, breaker, GateState.of(breaker));
    }

    CallCounts counts() {
        return breaker.counts();
    }

    /** What comes next: when a trial is due, how trials go, what only a person ends. */
    String next(Instant now) {
        return switch (state) {
            case OPEN -> until().map(due -> trial(Duration.between(now, due))).orElse("");
            case HALF_OPEN ->
                breaker.position() instanceof Position.HalfOpen half
                        ? half.tally().text()
                        : "";
            case FORCED_OPEN, METRICS_ONLY, DISABLED -> "until it is reset";
            case CLOSED -> "";
        };
    }

    private static String trial(Duration left) {
        return left.isPositive() ? "trial in " + Formats.duration(left) : "next success is a trial";
    }

    /** When a trial is due; empty unless it is open by itself. */
    Optional<Instant> until() {
        return state == GateState.OPEN && breaker.position() instanceof Position.Open open
                ? Optional.of(open.until())
                : Optional.empty();
    }

    /** {@code 12.5 %}, a share that is not nothing never as nothing; empty before the first call that was made. */
    String errorShare() {
        boolean isMade = counts().total() > counts().rejected();
        double percent = counts().errorPercent();
        if (!isMade) {
            return "";
        }
        return percent > 0 && percent < 0.05 ? "< 0.1 %" : String.format(Locale.ROOT, "%.1f %%", percent);
    }

    boolean hasFailedSince(Instant begin) {
        return counts().lastFailure().filter(at -> !at.isBefore(begin)).isPresent();
    }
}
