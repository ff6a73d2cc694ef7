package org.watchfloor.engine.backtest;

import java.util.concurrent.CompletableFuture;

/** A back-test under way. All methods may be called by any thread, and return at once. */
public final class Running {
    private final CompletableFuture<Backtest> result = new CompletableFuture<>();
    private volatile double progress;
    private volatile Runnable stop = () -> {};

    /** From 0 to 1. */
    public double progress() {
        return progress;
    }

    /**
     * What came of it. Completes on the back-test's own thread; with a {@link java.util.concurrent.CancellationException}
     * if it was cancelled, with another one if the store could not answer.
     */
    public CompletableFuture<Backtest> result() {
        return result;
    }

    /** Ends it soon. */
    public void cancel() {
        result.cancel(false);
        stop.run();
    }

    void at(double part) {
        progress = part;
    }

    void stoppedBy(Runnable how) {
        stop = how;
    }
}
