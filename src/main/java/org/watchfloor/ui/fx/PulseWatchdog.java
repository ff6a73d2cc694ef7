package org.watchfloor.ui.fx;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs whatever holds the FX thread for longer than 100 ms, with the stack that held it. It asks the thread for a sign
 * of life and looks at its stack when none comes. Owned by one scheduler thread; the sign is given on the FX thread.
 */
public final class PulseWatchdog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PulseWatchdog.class);
    private static final Duration LIMIT = Duration.ofMillis(100);
    private static final long LOOK_EVERY_MILLIS = 25;

    private final Executor watched;
    private final ScheduledFuture<?> looking;
    private volatile long askedNanos;
    private volatile long answeredNanos;
    private volatile boolean answered = true;
    private volatile @Nullable Thread thread;
    private StackTraceElement[] held = {};

    /** @param watched runs work on the FX thread */
    public PulseWatchdog(ScheduledExecutorService scheduler, Executor watched) {
        this.watched = watched;
        looking = scheduler.scheduleWithFixedDelay(
                this::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        looking.cancel(false);
    }

    private void look() {
        long waited = System.nanoTime() - askedNanos;
        if (answered) {
            report();
            ask();
        } else if (waited > LIMIT.toNanos() && held.length == 0) {
            Thread suspect = thread;
            held = suspect == null ? held : suspect.getStackTrace();
        }
    }

    private void report() {
        if (held.length > 0) {
            long millis = Duration.ofNanos(answeredNanos - askedNanos).toMillis();
            LOG.warn("The console stood still for {} ms in\n{}", millis, print(held));
            held = new StackTraceElement[0];
        }
    }

    private void ask() {
        answered = false;
        askedNanos = System.nanoTime();
        watched.execute(() -> {
            thread = Thread.currentThread();
            answeredNanos = System.nanoTime();
            answered = true;
        });
    }

    private static String print(StackTraceElement[] stack) {
        return Arrays.stream(stack).limit(25).map(frame -> "    at " + frame).collect(Collectors.joining("\n"));
    }
}
