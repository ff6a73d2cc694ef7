package org.watchfloor.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.watchfloor.model.Waiter;

/** Waits by the machine's clock; never longer than a second at a time past a clock that was set. */
final class SystemWaiter implements Waiter {
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final InstantSource clock;
    private final Semaphore woken = new Semaphore(0);

    SystemWaiter(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void waitUntil(Instant deadline) throws InterruptedException {
        while (clock.instant().isBefore(deadline)) {
            Duration left = Duration.between(clock.instant(), deadline);
            Duration slice = left.compareTo(LONGEST) < 0 ? left : LONGEST;
            if (woken.tryAcquire(slice.toNanos(), TimeUnit.NANOSECONDS)) {
                woken.drainPermits();
                return;
            }
        }
    }

    @Override
    public void wake() {
        woken.release();
    }
}
