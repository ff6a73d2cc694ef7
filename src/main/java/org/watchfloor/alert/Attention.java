package org.watchfloor.alert;

import org.watchfloor.model.State;

/** What the rules may say about one check at one moment; the same for the present, the past and tests. */
public enum Attention {
    /** Everything. */
    FULL,
    /** Only what is about old or missing results: there are no others. */
    FRESHNESS,
    /** Nothing new, for it cannot be seen; what fires goes on, what is pending ends. */
    BEHIND,
    /** Nothing at all: nobody watches it. */
    NONE;

    /**
     * @param shown the state as people see it
     * @param isBehind whether it lies behind something that is broken
     */
    public static Attention to(State shown, boolean isBehind) {
        if (shown == State.PAUSED) {
            return NONE;
        }
        if (isBehind) {
            return BEHIND;
        }
        return shown == State.STALE ? FRESHNESS : FULL;
    }

    public boolean allows(AlertRule rule) {
        return this == FULL || (this == FRESHNESS && rule.watchesFreshness());
    }
}
