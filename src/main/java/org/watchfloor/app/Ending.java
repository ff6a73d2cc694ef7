package org.watchfloor.app;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Why and when the program ends. A signal, the window and a crash only ask for the end; the owner waits for that, stops
 * everything, and closes this last. Until then the Java machine does not halt. Safe for use by any thread.
 */
final class Ending implements AutoCloseable {
    private static final int STOPPED = 0;
    private static final int CRASHED = 3;
    private static final int SIGNALLED = 128;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);
    private final Duration patience;
    private volatile int exitCode = STOPPED;

    private Ending(Duration patience) {
        this.patience = patience;
    }

    /**
     * From now on SIGTERM, SIGINT and SIGHUP ask for the end.
     *
     * @param patience the longest that a signal waits for the stop
     */
    static Ending onSignal(Duration patience) {
        Ending ending = new Ending(patience);
        Signals.handle(ending::signalled);
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("shutdown").unstarted(ending::hold));
        return ending;
    }

    void ask() {
        asked.countDown();
    }

    /** Asks for the end too; the program then tells its caller that it crashed. */
    void crash() {
        exitCode = CRASHED;
        asked.countDown();
    }

    boolean isAsked() {
        return asked.getCount() == 0;
    }

    /** Returns when the end was asked for, with the exit code. */
    int await() throws InterruptedException {
        asked.await();
        return exitCode;
    }

    /** Everything is stopped. */
    @Override
    public void close() {
        done.countDown();
    }

    /** The owner leaves the Java machine with this exit code; if it cannot, nothing else is left to wait for. */
    private void signalled(int number) {
        if (!isAsked()) {
            exitCode = SIGNALLED + number;
        }
        ask();
        if (!isDoneInTime()) {
            Runtime.getRuntime().halt(SIGNALLED + number);
        }
    }

    /** For an end that the Java machine began by itself. */
    private void hold() {
        ask();
        isDoneInTime();
    }

    private boolean isDoneInTime() {
        try {
            return done.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
