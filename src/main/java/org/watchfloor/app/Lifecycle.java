package org.watchfloor.app;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchfloor.engine.EngineFigures.Step;

/**
 * Starts the stages of the program in the order of their priority and stops them in the opposite one. A stage that
 * fails, is not healthy or takes too long ends the start, and what was started is stopped again. Stages run on threads
 * that are never interrupted, because the store does not survive that. Safe for use by any thread.
 */
final class Lifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Lifecycle.class);

    private final List<Stage> stages;
    private final BooleanSupplier cancelled;
    private final Deque<Stage> started = new ArrayDeque<>();
    private final Map<Stage, Double> millisToStart = new ConcurrentHashMap<>();
    private boolean stopped;

    /** @param cancelled asked between two stages; what has not started by then does not start */
    Lifecycle(List<Stage> stages, BooleanSupplier cancelled) {
        this.stages = stages.stream()
                .sorted(Comparator.comparingInt(Stage::priority).reversed())
                .toList();
        this.cancelled = cancelled;
    }

    synchronized void start() throws StartFailed {
        for (Stage stage : stages) {
            if (cancelled.getAsBoolean()) {
                return;
            }
            started.push(stage);
            start(stage);
        }
    }

    /** Idempotent; a stage that fails to stop does not keep the others from it. */
    synchronized void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        while (!started.isEmpty()) {
            stop(started.pop());
        }
    }

    /** All stages in the order of the start, also those whose turn is still to come, and how they are now. */
    List<Step> steps() {
        return stages.stream().map(this::step).toList();
    }

    private Step step(Stage stage) {
        Optional<Double> millis = Optional.ofNullable(millisToStart.get(stage));
        boolean healthy = millis.isPresent() && stage.healthy().getAsBoolean();
        String detail = millis.isPresent() ? stage.detail().get() : "not started";
        return new Step(stage.name(), millis.orElse(0.0), healthy, detail);
    }

    private void start(Stage stage) throws StartFailed {
        long begin = System.nanoTime();
        try {
            within(stage.timeout(), "start " + stage.name(), stage.start());
        } catch (TimeoutException e) {
            fail(new StartFailed("the " + stage.name() + " did not start within "
                    + stage.timeout().toSeconds() + " s"));
        } catch (ExecutionException e) {
            LOG.debug("start of {} failed", stage.name(), e);
            fail(
                    e.getCause() instanceof StartFailed told
                            ? told
                            : new StartFailed("the " + stage.name() + " did not start: " + reason(e)));
        }
        if (!stage.healthy().getAsBoolean()) {
            fail(new StartFailed("the " + stage.name() + " started but is not healthy"));
        }
        double millis = (System.nanoTime() - begin) / 1e6;
        millisToStart.put(stage, millis);
        LOG.info("{} started in {} ms", stage.name(), Math.round(millis));
    }

    private void stop(Stage stage) {
        millisToStart.remove(stage);
        try {
            within(stage.timeout(), "stop " + stage.name(), stage.stop());
            LOG.info("{} stopped", stage.name());
        } catch (TimeoutException e) {
            LOG.warn(
                    "the {} did not stop within {} s; going on without it",
                    stage.name(),
                    stage.timeout().toSeconds());
        } catch (ExecutionException e) {
            LOG.warn("the {} did not stop cleanly", stage.name(), e.getCause());
        }
    }

    private void fail(StartFailed failure) throws StartFailed {
        stop();
        throw failure;
    }

    private static void within(Duration timeout, String name, Stage.Action action)
            throws TimeoutException, ExecutionException {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        Thread thread = Thread.ofPlatform().name(name).daemon().start(() -> {
            try {
                action.run();
                done.complete(true);
            } catch (Exception | LinkageError e) {
                done.completeExceptionally(e);
            }
        });
        try {
            done.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ExecutionException(new IllegalStateException("interrupted in " + thread.getName(), e));
        }
    }

    private static String reason(ExecutionException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
