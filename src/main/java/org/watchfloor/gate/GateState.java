package org.watchfloor.gate;

import java.util.Locale;
import org.watchfloor.gate.GateMove.Stand;

/** How a breaker stands, a person's hand included; in the order in which they matter to an operator. */
public enum GateState {
    /** It opened by itself: calls are rejected until a trial is due. */
    OPEN,
    /** Trials find out whether what lies behind is whole again. */
    HALF_OPEN,
    /** A person keeps it open. */
    FORCED_OPEN,
    /** By hand: calls go through and are counted, nothing opens. */
    METRICS_ONLY,
    /** By hand: calls go through and none is counted. */
    DISABLED,
    /** Calls go through. */
    CLOSED;

    public static GateState of(Breaker breaker) {
        return of(Stand.of(breaker.position()), breaker.hand());
    }

    public static GateState of(GateMove move) {
        return of(move.stand(), move.hand());
    }

    private static GateState of(Stand stand, Hand hand) {
        return switch (hand) {
            case FORCED_OPEN -> FORCED_OPEN;
            case DISABLED -> DISABLED;
            case METRICS_ONLY -> METRICS_ONLY;
            case OFF ->
                switch (stand) {
                    case CLOSED -> CLOSED;
                    case OPEN -> OPEN;
                    case HALF_OPEN -> HALF_OPEN;
                };
        };
    }

    /** As {@code circuit_breaker_state} counts it: 0 calls go through, 1 they are rejected, 2 trials go through. */
    public int code() {
        return switch (this) {
            case OPEN, FORCED_OPEN -> 1;
            case HALF_OPEN -> 2;
            case METRICS_ONLY, DISABLED, CLOSED -> 0;
        };
    }

    /** {@code half-open}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
