package org.watchfloor.ssh;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.watchfloor.model.Phase;
import org.watchfloor.model.PoolLimits;
import org.watchfloor.model.PoolMeter;
import org.watchfloor.model.Reason;

/** The kept sessions of one target, each used by one run at a time. Any thread. */
final class Lane {
    /** Below the MaxSessions and MaxStartups of 10 that sshd has by default. */
    static final int MAX_SESSIONS = 4;

    /** A command may have hours, but a session that lives opens a channel at once. */
    private static final Duration DOUBT = Duration.ofSeconds(10);

    private static final Duration LAST_WORD = Duration.ofMillis(200);

    private final SshTarget target;
    private final Dialer dialer;
    private final ThreadFactory threads;
    private final PoolMeter meter;
    private final Supplier<PoolLimits> limits;
    private final Semaphore places = new Semaphore(MAX_SESSIONS, true);
    private final Deque<SshConnection> idle = new ArrayDeque<>();
    private boolean isShut;

    /** @param limits as they are at that moment */
    Lane(SshTarget target, Dialer dialer, ThreadFactory threads, PoolMeter meter, Supplier<PoolLimits> limits) {
        this.target = target;
        this.dialer = dialer;
        this.threads = threads;
        this.meter = meter;
        this.limits = limits;
    }

    SshResult run(SshCommand command, Deadline deadline) throws InterruptedException {
        try (PoolMeter.Ask ask = meter.ask()) {
            return run(command, deadline, ask);
        }
    }

    private SshResult run(SshCommand command, Deadline deadline, PoolMeter.Ask ask) throws InterruptedException {
        Progress progress = new Progress();
        if (!places.tryAcquire(deadline.remainingNanos(), TimeUnit.NANOSECONDS)) {
            return new SshResult.Failed(
                    Reason.RESPONSE_TIMEOUT,
                    target + ": all " + MAX_SESSIONS + " sessions were busy the whole time",
                    progress.timings());
        }
        try {
            return watched(command, deadline, progress, new Grip(ask::got));
        } finally {
            places.release();
        }
    }

    /** JSch may hang anywhere and swallows interrupts, so a worker does the work and this thread watches the time. */
    private SshResult watched(SshCommand command, Deadline deadline, Progress progress, Grip held)
            throws InterruptedException {
        CompletableFuture<SshResult> result = new CompletableFuture<>();
        Thread worker = threads.newThread(() -> {
            try {
                result.complete(work(command, deadline, progress, held));
            } catch (Exception | Error e) {
                result.completeExceptionally(e);
            }
        });
        worker.start();
        try {
            return awaited(result, deadline, held);
        } catch (TimeoutException e) {
            abandon(worker, held, progress);
            progress.end();
            return Failures.late(target, deadline, progress);
        } catch (InterruptedException e) {
            abandon(worker, held, progress);
            throw e;
        } catch (ExecutionException e) {
            abandon(worker, held, progress);
            throw new IllegalStateException("SSH to " + target + " failed in an unforeseen way", e.getCause());
        }
    }

    /** A kept session has half the time, at most a little, to show that it lives; then there is still time to dial. */
    private static SshResult awaited(CompletableFuture<SshResult> result, Deadline deadline, Grip held)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            return result.get(Math.min(deadline.remainingNanos() / 2, DOUBT.toNanos()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            held.letGoIfDoubtful();
            return result.get(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
        }
    }

    /** A worker that waits for a command has a moment to ask the server to end it. */
    private static void abandon(Thread worker, Grip held, Progress progress) throws InterruptedException {
        worker.interrupt();
        try {
            boolean _ = progress.current() == Phase.COMMAND && worker.join(LAST_WORD);
        } finally {
            held.letGo();
        }
    }

    private SshResult work(SshCommand command, Deadline deadline, Progress progress, Grip held)
            throws InterruptedException {
        Optional<SshConnection> kept = takeIdle();
        if (kept.isPresent()) {
            held.takeKept(kept.get().lifeline());
            progress.skipTo(Phase.COMMAND);
            try {
                return exec(kept.get(), command, progress, held);
            } catch (SshConnection.ChannelRefused e) {
                kept.get().close(); // broken while it was idle: the command has not begun, so it may begin anew
                progress.skipTo(Phase.NAME);
            }
        }
        Lifeline lifeline = new Lifeline(threads);
        held.take(lifeline);
        return switch (dialer.dial(target, deadline, progress, lifeline)) {
            case Dialer.Dialled.NotConnected(SshResult failure) -> failure;
            case Dialer.Dialled.Connected(SshConnection fresh) -> {
                meter.created();
                lifeline.tie(meter::destroyed);
                yield first(fresh, command, progress, held);
            }
        };
    }

    private SshResult first(SshConnection fresh, SshCommand command, Progress progress, Grip held)
            throws InterruptedException {
        try {
            return exec(fresh, command, progress, held);
        } catch (SshConnection.ChannelRefused e) {
            fresh.close();
            return new SshResult.Failed(
                    Reason.CUT_OFF,
                    target + ": the server runs no command (" + e.getMessage() + ")",
                    progress.timings());
        }
    }

    private SshResult exec(SshConnection connection, SshCommand command, Progress progress, Grip held)
            throws SshConnection.ChannelRefused, InterruptedException {
        SshResult result = connection.exec(command, progress, held::prove);
        if (result instanceof SshResult.Exited && connection.isUsable()) {
            giveBack(connection);
        } else {
            connection.close();
        }
        return result;
    }

    private synchronized Optional<SshConnection> takeIdle() {
        while (!idle.isEmpty()) {
            SshConnection newest = idle.removeFirst();
            if (newest.isUsable()) {
                return Optional.of(newest);
            }
            newest.close();
        }
        return Optional.empty();
    }

    private synchronized void giveBack(SshConnection connection) {
        if (isShut || connection.isOver(limits.get())) {
            connection.close();
        } else {
            idle.addFirst(connection);
        }
    }

    /** Keeps no session any more. */
    synchronized void shut() {
        isShut = true;
        idle.forEach(SshConnection::close);
        idle.clear();
    }

    synchronized void closeIdle() {
        PoolLimits present = limits.get();
        idle.removeIf(connection -> {
            boolean isOver = connection.isOver(present);
            if (isOver) {
                connection.close();
            }
            return isOver;
        });
    }

    synchronized int idleSessions() {
        return idle.size();
    }
}
