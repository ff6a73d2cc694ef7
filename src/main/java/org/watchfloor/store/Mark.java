package org.watchfloor.store;

import org.watchfloor.model.Outcome;
import org.watchfloor.model.State;

/** What stands beside each latency: how the look ended (two bits) and the hard state after it (two bits). */
final class Mark {
    static final byte NONE = 0;
    private static final int UP = 0;
    private static final int DEGRADED = 1;
    private static final int DOWN = 2;
    private static final int UNKNOWN = 3;

    private static final State[] STATES = {State.UP, State.DEGRADED, State.DOWN, State.UNKNOWN};

    private Mark() {}

    static byte of(Outcome outcome, State hard) {
        int ended = switch (outcome) {
            case Outcome.Up _ -> UP;
            case Outcome.Degraded _ -> DEGRADED;
            case Outcome.Down _ -> DOWN;
            case Outcome.Unknown _ -> UNKNOWN;
        };
        return (byte) (ended | (code(hard) << 2));
    }

    /** Only a look that reached its target tells something by its latency. */
    static boolean isAnswered(byte mark) {
        return (mark & 3) <= DEGRADED;
    }

    /** 0 up, 1 degraded, 2 down; anything else is not known. */
    static int hard(byte mark) {
        return (mark >> 2) & 3;
    }

    /** How the look ended. */
    static State seen(byte mark) {
        return STATES[mark & 3];
    }

    /** The hard state after it, {@link State#UNKNOWN} for any that is no hard one. */
    static State hardState(byte mark) {
        return STATES[hard(mark)];
    }

    private static int code(State hard) {
        return switch (hard) {
            case UP -> UP;
            case DEGRADED -> DEGRADED;
            case DOWN -> DOWN;
            case UNKNOWN, UNREACHABLE, STALE, PENDING, PAUSED -> UNKNOWN;
        };
    }
}
