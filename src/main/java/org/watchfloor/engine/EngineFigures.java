package org.watchfloor.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How the engine itself is doing.
 *
 * @param resultsPerSecond over the last ten seconds
 * @param results since the start
 * @param late results since the start whose check began more than a second after its due time
 * @param skipped runs left out since the start because the one before had not ended
 * @param lag of the starts of the last minute
 * @param inbox events that wait for a decision
 * @param lanes by probe key: how many checks run and wait
 * @param outward connections and limits
 */
public record EngineFigures(
        Instant startedAt,
        double resultsPerSecond,
        long results,
        long late,
        long skipped,
        Lag lag,
        int inbox,
        int inboxCapacity,
        Map<String, Lane> lanes,
        StoreFigures store,
        List<Step> lifecycle,
        long heapBytes,
        OutwardFigures outward) {
    public static EngineFigures atStart(Instant now) {
        return new EngineFigures(
                now, 0, 0, 0, 0, Lag.NONE, 0, 0, Map.of(), StoreFigures.NONE, List.of(), 0, OutwardFigures.NONE);
    }

    /**
     * How late checks start, in milliseconds.
     *
     * @param buckets counts of starts up to 1, 2, 5, 10, 20, 50, 100, 200, 500, 1,000 ms and beyond
     */
    public record Lag(double p50, double p99, double max, List<Long> buckets) {
        public static final List<Integer> BOUNDS = List.of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000);
        public static final Lag NONE = new Lag(0, 0, 0, List.of(0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L));
    }

    /** The checks of one probe type. */
    public record Lane(int running, int waiting, int limit) {}

    /** A step of the start: what was started, how long it took, and whether it is healthy now. */
    public record Step(String name, double millis, boolean healthy, String detail) {}
}
