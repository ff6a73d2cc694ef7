package org.watchfloor.web;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Interrupts the thread of one exchange when it takes too long: an interrupt ends any blocking read or write of a socket
 * by closing it, so a client that sends or reads too slowly is cut off. Owned by the thread that it guards.
 */
final class Deadline {
    /** The deadline of the exchange that the current thread serves. */
    static final ScopedValue<Deadline> CURRENT = ScopedValue.newInstance();

    private final ScheduledExecutorService timer;
    private final Thread guarded = Thread.currentThread();
    private @Nullable Future<?> alarm;
    private long generation;

    Deadline(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    /** Replaces the limit that was set before; none is left while the door closes. */
    synchronized void set(Duration limit) {
        lift();
        long mine = generation;
        try {
            alarm = timer.schedule(() -> fire(mine), limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException _) { // the door closes: it takes no more time at all
            guarded.interrupt();
        }
    }

    synchronized void lift() {
        generation++;
        if (alarm != null) {
            alarm.cancel(false);
            alarm = null;
        }
    }

    private synchronized void fire(long mine) {
        if (mine == generation) {
            guarded.interrupt();
        }
    }
}
