package org.watchfloor.gate;

import java.time.Duration;

/** What rate limits say to a call. */
public sealed interface Permission {
    /** It may begin after that time, zero for now; the permission is its own from now on. */
    record Granted(Duration after) implements Permission {
        public static final Granted NOW = new Granted(Duration.ZERO);
    }

    /**
     * There is none for it within the time that it would wait.
     *
     * @param why {@code held back by the rate limit of host web-1 (20 calls per 1s)}
     */
    record Refused(String why) implements Permission {}
}
