package org.watchfloor.engine;

import java.time.Duration;
import java.util.List;
import org.watchfloor.model.CheckId;

/**
 * What is kept of one metric of one check for longer than its looks: figures of five minutes each, oldest first. Steps
 * without anything are absent. Immutable.
 */
public record Figures(CheckId check, String metric, List<Step> steps) {
    /** How long a step is; it begins at a full multiple of that, in UTC. */
    public static final Duration STEP = Duration.ofMinutes(5);

    public Figures {
        steps = List.copyOf(steps);
    }

    /**
     * Five minutes. Percentiles are by nearest rank; where the engine was restarted within them they may be near it only.
     *
     * @param begin in milliseconds since 1970
     * @param count of values, of the latency those of looks that reached their target; 0 if there was none, and the
     *     figures up to {@code p99} mean nothing then
     * @param mean to three decimals if it is 1 or more
     * @param up milliseconds in which the check was hard up, likewise the others; zero for all metrics but the latency
     */
    public record Step(
            long begin,
            int count,
            double min,
            double max,
            double mean,
            double p50,
            double p95,
            double p99,
            int up,
            int degraded,
            int down) {}
}
