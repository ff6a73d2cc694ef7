package org.watchfloor.notify;

import java.time.Duration;

/** What is left of the time of one try, on the monotonic clock. Immutable. */
public final class Budget {
    private final long endNanos;

    private Budget(long endNanos) {
        this.endNanos = endNanos;
    }

    public static Budget of(Duration timeout) {
        return new Budget(System.nanoTime() + timeout.toNanos());
    }

    /** An equal share of what is left, so that one of several steps cannot use up the whole; never negative. */
    public Duration share(int shares) {
        return Duration.ofNanos(Math.max(0, endNanos - System.nanoTime()) / shares);
    }

    public boolean isOver() {
        return endNanos - System.nanoTime() <= 0;
    }
}
