package org.watchfloor.model;

import java.time.Duration;
import java.time.Instant;

/** A time in which Watchfloor itself could not observe: it was not running, suspended, without network, or its clock jumped. */
public record Gap(Instant from, Instant to, Cause cause) {
    /** Why nothing was observed. */
    public enum Cause {
        NOT_RUNNING,
        SUSPENDED,
        CLOCK_JUMPED_FORWARD,
        CLOCK_JUMPED_BACK,
        /** It had no network; what it saw of itself counts. */
        NETWORK_LOST
    }

    /** Never negative, though a clock that jumped back leaves {@code to} before {@code from}. */
    public Duration length() {
        return Duration.between(from, to).abs();
    }
}
