package org.watchfloor.ssh;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The moment at which a run must be over, on the clock that only runs forward. */
record Deadline(long atNanos, Duration budget) {
    static Deadline in(Duration budget) {
        return new Deadline(System.nanoTime() + budget.toNanos(), budget);
    }

    /** Zero when it is over. */
    long remainingNanos() {
        return Math.max(0, atNanos - System.nanoTime());
    }

    /** At least 1, because JSch and sockets read 0 as for ever. */
    int remainingMillis() {
        return Math.clamp(TimeUnit.NANOSECONDS.toMillis(remainingNanos()), 1, Integer.MAX_VALUE);
    }
}
