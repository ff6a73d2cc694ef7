package org.watchfloor.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.watchfloor.model.CheckResult;

/** Counts results and how late their checks began. Confined to the engine thread. */
final class Meter {
    private static final Duration LATE = Duration.ofSeconds(1);
    private static final int SECONDS_OF_RATE = 10;
    private static final int SECONDS_OF_LAG = 60;
    private static final long LONGEST_LAG_MICROS = Duration.ofHours(1).toNanos() / 1_000;

    private final Deque<Integer> perSecond = new ArrayDeque<>();
    private final Deque<Histogram> lags = new ArrayDeque<>();
    private Histogram lag = newHistogram();
    private EngineFigures.Lag lastMinute = EngineFigures.Lag.NONE;
    private Instant secondEnds;
    private int thisSecond;
    private long results;
    private long late;

    Meter(Instant now) {
        secondEnds = now.plusSeconds(1);
    }

    void count(CheckResult result) {
        results++;
        thisSecond++;
        lag.recordValue(Math.min(result.lateness().toNanos() / 1_000, LONGEST_LAG_MICROS));
        if (result.lateness().compareTo(LATE) > 0) {
            late++;
        }
    }

    /** Closes the seconds that are over. */
    void beat(Instant now) {
        if (now.isBefore(secondEnds)) {
            return;
        }
        keep(perSecond, thisSecond, SECONDS_OF_RATE);
        keep(lags, lag, SECONDS_OF_LAG);
        lag = newHistogram();
        lastMinute = sum(lags);
        thisSecond = 0;
        secondEnds = now.plusSeconds(1);
    }

    double perSecond() {
        return perSecond.stream().mapToInt(Integer::intValue).average().orElse(0);
    }

    long results() {
        return results;
    }

    long late() {
        return late;
    }

    EngineFigures.Lag lag() {
        return lastMinute;
    }

    private static EngineFigures.Lag sum(Deque<Histogram> lags) {
        Histogram minute = newHistogram();
        lags.forEach(minute::add);
        if (minute.getTotalCount() == 0) {
            return EngineFigures.Lag.NONE;
        }
        return new EngineFigures.Lag(
                minute.getValueAtPercentile(50) / 1e3,
                minute.getValueAtPercentile(99) / 1e3,
                minute.getMaxValue() / 1e3,
                buckets(minute));
    }

    private static List<Long> buckets(Histogram histogram) {
        List<Long> buckets = new ArrayList<>();
        long from = 0;
        for (int bound : EngineFigures.Lag.BOUNDS) {
            long to = bound * 1_000L;
            buckets.add(histogram.getCountBetweenValues(from, to));
            from = histogram.nextNonEquivalentValue(to);
        }
        long below = buckets.stream().mapToLong(Long::longValue).sum();
        buckets.add(histogram.getTotalCount() - below);
        return List.copyOf(buckets);
    }

    private static <T> void keep(Deque<T> deque, T newest, int limit) {
        deque.add(newest);
        if (deque.size() > limit) {
            deque.remove();
        }
    }

    private static Histogram newHistogram() {
        return new Histogram(LONGEST_LAG_MICROS, 2);
    }
}
