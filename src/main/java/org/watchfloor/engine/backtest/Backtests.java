package org.watchfloor.engine.backtest;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.watchfloor.engine.History;
import org.watchfloor.engine.Recordings;

/**
 * Tries rules on the past: what would they have done? One at a time, each on a thread of its own that is called
 * {@code backtest}. All methods may be called by any thread and return at once.
 */
public final class Backtests {
    private final History history;
    private final Recordings recordings;
    private final AtomicBoolean busy = new AtomicBoolean();

    public Backtests(History history, Recordings recordings) {
        this.history = history;
        this.recordings = recordings;
    }

    /** Begins one; empty while another one runs. */
    public Optional<Running> start(Question question) {
        if (!busy.compareAndSet(false, true)) {
            return Optional.empty();
        }
        Running running = new Running();
        Thread thread = Thread.ofPlatform().name("backtest").daemon().unstarted(() -> run(question, running));
        running.stoppedBy(thread::interrupt);
        thread.start();
        return Optional.of(running);
    }

    private void run(Question question, Running running) {
        CompletableFuture<Backtest> result = running.result();
        Runnable tell;
        try {
            Backtest backtest = new Rehearsal(history, recordings, question, running::at).run();
            tell = () -> result.complete(backtest);
        } catch (InterruptedException _) {
            tell = () -> result.cancel(false);
        } catch (RuntimeException e) {
            tell = () -> result.completeExceptionally(e);
        } finally {
            busy.set(false);
        }
        tell.run();
    }
}
