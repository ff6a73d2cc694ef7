package org.watchfloor.ui.fx;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Asks questions one after the other and hands over the answer to the newest only; an older question still under way is
 * cancelled and its reply dropped. Confined to the thread of its executor; replies may complete anywhere.
 */
public final class LatestReply<T> {
    private final Executor fx;
    private CompletableFuture<T> asked = new CompletableFuture<>();
    private long number;

    public LatestReply() {
        this(FxThread::run);
    }

    /** @param fx runs the answers; a direct executor in tests without a toolkit */
    public LatestReply(Executor fx) {
        this.fx = fx;
    }

    public void ask(CompletableFuture<T> question, Consumer<T> answer, Consumer<Throwable> failure) {
        cancel();
        asked = question;
        long asking = number;
        var _ = question.handle((value, problem) -> {
            fx.execute(() -> {
                if (asking == number) {
                    deliver(value, problem, answer, failure);
                }
            });
            return value;
        });
    }

    /** Forgets the question under way. */
    public void cancel() {
        number++;
        asked.cancel(false);
    }

    private void deliver(T value, @Nullable Throwable problem, Consumer<T> answer, Consumer<Throwable> failure) {
        if (problem == null) {
            answer.accept(value);
        } else if (!(problem instanceof CancellationException)) {
            Throwable cause = problem.getCause();
            failure.accept(problem instanceof CompletionException && cause != null ? cause : problem);
        }
    }
}
