package org.watchfloor.model;

import java.time.Duration;
import java.time.Instant;

/**
 * One finished run of a check.
 *
 * @param startedAt when the probe began
 * @param latency how long the probe took, waiting for a permit not included
 * @param lateness how long after its due time the probe began; zero for a check on demand
 */
public record CheckResult(
        CheckId check, Instant startedAt, Duration latency, Duration lateness, Observation observation) {
    public Outcome outcome() {
        return observation.outcome();
    }

    public Instant finishedAt() {
        return startedAt.plus(latency);
    }
}
