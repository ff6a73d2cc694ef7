package org.watchfloor.model;

import java.util.Collection;

/**
 * What a check, host, group or service is shown as; declared in roll-up order, worst first. Planned work is no state:
 * it says what people do about one, not what is.
 */
public enum State {
    DOWN,
    UNREACHABLE,
    DEGRADED,
    /** No valid answer from the check itself, or no data yet. */
    UNKNOWN,
    /** No result within twice its interval; never shown as green. */
    STALE,
    /** A soft failure: n of m. */
    PENDING,
    /** Switched off by a person. */
    PAUSED,
    UP;

    public boolean isWorseThan(State other) {
        return compareTo(other) < 0;
    }

    /** The worst of the states; {@link #UNKNOWN} if there is none. */
    public static State worst(Collection<State> states) {
        return states.stream().min(State::compareTo).orElse(UNKNOWN);
    }
}
