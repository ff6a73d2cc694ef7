package org.watchfloor.probe.net;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes a connection at the deadline, which ends any read or write that blocks on it, however slowly the peer drips.
 * Close the watchdog to call it off. Its virtual thread ends with it.
 */
public final class Watchdog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

    private final CountDownLatch calledOff = new CountDownLatch(1);

    private Watchdog() {}

    /** Starts watching now. */
    public static Watchdog over(Closeable connection, Deadline deadline) {
        Watchdog watchdog = new Watchdog();
        Thread.ofVirtual().name("probe-watchdog").start(() -> watchdog.watch(connection, deadline));
        return watchdog;
    }

    @Override
    public void close() {
        calledOff.countDown();
    }

    private void watch(Closeable connection, Deadline deadline) {
        try {
            if (!calledOff.await(deadline.remainingNanos(), TimeUnit.NANOSECONDS)) {
                connection.close();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.debug("a connection did not close cleanly at its deadline: {}", e.toString());
        }
    }
}
