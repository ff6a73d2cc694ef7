package org.watchfloor.ui.quiet;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.watchfloor.alert.Muted;
import org.watchfloor.alert.Silence;
import org.watchfloor.engine.SilenceHistory;

/** What silences have muted so far, asked of the history once a minute while somebody looks. FX thread only. */
final class MutedCounts {
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final int MOST = 50;

    private final SilenceHistory history;
    private final Executor fx;
    private final Runnable onAnswer;
    private final Map<Silence, String> words = new HashMap<>();
    private List<Silence> asked = List.of();
    private Instant askedAt = Instant.MIN;

    /** @param onAnswer called when a count has become known */
    MutedCounts(SilenceHistory history, Executor fx, Runnable onAnswer) {
        this.history = history;
        this.fx = fx;
        this.onAnswer = onAnswer;
    }

    String of(Silence silence) {
        return words.getOrDefault(silence, "…");
    }

    /** @param silences the most interesting first; those beyond the first 50 are not counted */
    void ask(List<Silence> silences, Instant now) {
        if (silences.equals(asked) && now.isBefore(askedAt.plus(FRESH))) {
            return;
        }
        asked = List.copyOf(silences);
        askedAt = now;
        words.keySet().retainAll(silences);
        silences.stream().skip(MOST).forEach(silence -> words.put(silence, "not counted"));
        silences.stream().limit(MOST).forEach(silence -> ask(silence, now));
    }

    private void ask(Silence silence, Instant now) {
        if (!silence.from().isBefore(now)) {
            words.put(silence, "0");
            return;
        }
        Instant to = silence.until().isBefore(now) ? silence.until() : now;
        var _ = history.muted(silence.id(), silence.from(), to).handle((muted, problem) -> {
            String counted = problem == null ? text(muted) : "not readable";
            fx.execute(() -> {
                words.put(silence, counted);
                onAnswer.run();
            });
            return counted;
        });
    }

    private static String text(Muted muted) {
        return muted.alerts() + (muted.complete() ? "" : " or more");
    }
}
