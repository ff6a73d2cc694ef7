package org.watchfloor.model;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Counts what a pool of connections does. Safe for use by any thread. */
public final class PoolMeter {
    private static final int SECONDS = 60;

    private final LongSupplier nanos;
    private final Second[] minute = new Second[SECONDS];
    private int waiting;
    private long created;
    private long destroyed;
    private long failed;

    public PoolMeter() {
        this(System::nanoTime);
    }

    /** @param nanos a clock that never goes back */
    PoolMeter(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** The calls that got a connection in one second. */
    private record Second(long number, long calls, long sum, long longest) {
        Second with(long waited) {
            return new Second(number, calls + 1, sum + waited, Math.max(longest, waited));
        }
    }

    /** One call that wants a connection; closed without having got one, it has failed. */
    public final class Ask implements AutoCloseable {
        private final long since = nanos.getAsLong();
        private boolean over;

        private Ask() {}

        /** It has its connection, and counts only once. */
        public void got() {
            synchronized (PoolMeter.this) {
                if (!over) {
                    over = true;
                    waiting--;
                    add(nanos.getAsLong() - since);
                }
            }
        }

        @Override
        public void close() {
            synchronized (PoolMeter.this) {
                if (!over) {
                    over = true;
                    waiting--;
                    failed++;
                }
            }
        }
    }

    public synchronized Ask ask() {
        waiting++;
        return new Ask();
    }

    public synchronized void created() {
        created++;
    }

    public synchronized void destroyed() {
        destroyed++;
    }

    /** For a pool that tells of each connection that is closed. */
    public synchronized PoolFigures figures(int idle) {
        int open = (int) (created - destroyed);
        return figures(open, Math.min(idle, open));
    }

    /** For a pool that can only say how many are open: the others were closed. */
    public synchronized PoolFigures figuresOf(int open, int idle) {
        destroyed = Math.max(destroyed, created - open);
        return figures(open, Math.min(idle, open));
    }

    private PoolFigures figures(int open, int idle) {
        return new PoolFigures(open - idle, idle, waiting, acquisition(), created, destroyed, failed);
    }

    private void add(long waited) {
        long second = second();
        int place = Math.floorMod(second, SECONDS);
        Second present = minute[place];
        Second counted = present == null || present.number() != second ? new Second(second, 0, 0, 0) : present;
        minute[place] = counted.with(waited);
    }

    private PoolFigures.Acquisition acquisition() {
        long from = second() - SECONDS;
        long calls = 0;
        long sum = 0;
        long longest = 0;
        for (Second one : minute) {
            if (one != null && one.number() > from) {
                calls += one.calls();
                sum += one.sum();
                longest = Math.max(longest, one.longest());
            }
        }
        return calls == 0
                ? PoolFigures.Acquisition.NONE
                : new PoolFigures.Acquisition(calls, Duration.ofNanos(sum / calls), Duration.ofNanos(longest));
    }

    private long second() {
        return TimeUnit.NANOSECONDS.toSeconds(nanos.getAsLong());
    }
}
