package org.watchfloor.engine.backtest;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import org.watchfloor.engine.Recordings;
import org.watchfloor.engine.Recordings.Track;
import org.watchfloor.model.CheckId;

/**
 * The looks of the past, stretch by stretch: made from figures as long as looks are no longer kept, a day at a time, then
 * those that are kept, an hour at a time. Both go by when a look began, so that at the border none is lost and none
 * counts twice; an hour whose looks are dropped while the back-test runs is made from figures too. Confined to the thread
 * of the back-test; only the making is done by a thread of the store.
 */
final class Past {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int HOURS_OF_DAY = 24;
    /** Figures of so many checks and hours are held at a time; with many checks a stretch is shorter than a day. */
    private static final int MOST = 6_000;

    private final Recordings recordings;
    private final Set<CheckId> checks;
    private final Predicate<String> metrics;
    private final Rebuilding rebuilding;
    private final Instant looksFrom;

    /**
     * @param metrics those that are wanted beside the latency
     * @param looksFrom from when on looks are kept
     */
    Past(
            Recordings recordings,
            Set<CheckId> checks,
            Predicate<String> metrics,
            Rebuilding rebuilding,
            Instant looksFrom) {
        this.recordings = recordings;
        this.checks = Set.copyOf(checks);
        this.metrics = metrics;
        this.rebuilding = rebuilding;
        this.looksFrom = looksFrom;
    }

    /**
     * @param until where the next one begins
     * @param tracks of the looks that began in it; to be cancelled if nobody wants them any more
     */
    record Stretch(Instant until, CompletableFuture<List<Track>> tracks) {
        /** An hour of which nothing has to be known. */
        static Stretch unread(Instant begin) {
            return new Stretch(begin.plus(HOUR), CompletableFuture.completedFuture(List.of()));
        }
    }

    /** @param begin of an hour, in UTC */
    Stretch from(Instant begin) {
        if (begin.plus(HOUR).isAfter(looksFrom)) {
            return new Stretch(begin.plus(HOUR), looks(begin));
        }
        Instant nextDay = begin.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1));
        int hours = Math.clamp(MOST / Math.max(1, checks.size()), 1, HOURS_OF_DAY);
        Instant until = earlier(
                looksFrom.truncatedTo(ChronoUnit.HOURS), earlier(nextDay, begin.plus(HOUR.multipliedBy(hours))));
        return new Stretch(until, rebuilt(begin, until));
    }

    private CompletableFuture<List<Track>> looks(Instant begin) {
        long hour = begin.toEpochMilli() / HOUR.toMillis();
        return then(
                recordings.hour(hour, checks, metrics),
                tracks -> tracks.isEmpty() ? unlessDropped(begin) : CompletableFuture.completedFuture(tracks));
    }

    private CompletableFuture<List<Track>> unlessDropped(Instant begin) {
        return then(
                recordings.oldest(),
                oldest -> oldest.filter(first -> !first.isAfter(begin)).isEmpty()
                        ? rebuilt(begin, begin.plus(HOUR))
                        : CompletableFuture.completedFuture(List.of()));
    }

    private CompletableFuture<List<Track>> rebuilt(Instant from, Instant to) {
        return then(
                recordings.figures(from, to, checks, metrics),
                figures -> CompletableFuture.completedFuture(
                        rebuilding.tracks(figures, from.toEpochMilli(), to.toEpochMilli())));
    }

    /** Who cancels it cancels the question to the store. */
    private static <A, B> CompletableFuture<B> then(
            CompletableFuture<A> question, Function<A, CompletableFuture<B>> next) {
        CompletableFuture<B> answer = question.thenCompose(next);
        var _ = answer.whenComplete((_, _) -> question.cancel(true));
        return answer;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
