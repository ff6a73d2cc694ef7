package org.watchfloor.probe.net;

import java.time.Duration;

/** The end of one look's budget, on the monotonic clock. Immutable. */
public final class Deadline {
    private final long endNanos;
    private final Duration budget;

    private Deadline(long endNanos, Duration budget) {
        this.endNanos = endNanos;
        this.budget = budget;
    }

    public static Deadline in(Duration budget) {
        return new Deadline(System.nanoTime() + budget.toNanos(), budget);
    }

    /** The budget as it was at the start. */
    public Duration budget() {
        return budget;
    }

    /** What is left; never negative. */
    public Duration remaining() {
        return Duration.ofNanos(remainingNanos());
    }

    public long remainingNanos() {
        return Math.max(0, endNanos - System.nanoTime());
    }

    /** What is left in whole milliseconds for a socket call, at least 1, since 0 means for ever there. */
    public int socketMillis() {
        return socketMillis(1);
    }

    /** An equal share of what is left, so that one of several tries cannot use up the whole. */
    public int socketMillis(int shares) {
        long millis = Math.ceilDiv(remainingNanos() / shares, 1_000_000L);
        return Math.clamp(millis, 1, Integer.MAX_VALUE);
    }

    public boolean isOver() {
        return remainingNanos() == 0;
    }
}
