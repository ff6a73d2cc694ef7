package org.watchfloor.gate;

/** What a person has set a breaker to. */
public enum Hand {
    /** The breaker judges by itself. */
    OFF,
    /** Every call is rejected, until the hand is taken off. */
    FORCED_OPEN,
    /** Every call goes through and none is counted. */
    DISABLED,
    /** Every call goes through and is counted; nothing opens. */
    METRICS_ONLY
}
