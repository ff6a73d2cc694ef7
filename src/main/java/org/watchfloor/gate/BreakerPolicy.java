package org.watchfloor.gate;

import java.time.Duration;

/**
 * How a breaker judges.
 *
 * @param timeout the longest that a call may take before its caller gives it up; a trial that is not reported for so long
 *     counts no more. Above zero; default 30 s
 */
public record BreakerPolicy(Trip trip, Duration timeout, Reset reset) {
    public static final BreakerPolicy DEFAULT =
            new BreakerPolicy(Trip.Consecutive.DEFAULT, Duration.ofSeconds(30), Reset.DEFAULT);

    public BreakerPolicy {
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("a timeout of " + timeout);
        }
    }

    /** {@code opens after 5 failures in a row, tries again after 60 s, closes after 2 successes}. */
    public String text() {
        return PolicyWords.text(this);
    }
}
