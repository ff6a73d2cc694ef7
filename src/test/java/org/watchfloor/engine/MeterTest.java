package org.watchfloor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Outcome;

class MeterTest {
    private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

    private final Meter meter = new Meter(START);

    @Test
    void averagesOverTheLastTenSeconds() {
        for (int second = 0; second < 20; second++) {
            for (int result = 0; result < 7; result++) {
                meter.count(late(Duration.ZERO));
            }
            meter.beat(START.plusSeconds(second + 1));
        }

        assertThat(meter.perSecond()).isEqualTo(7);
        assertThat(meter.results()).isEqualTo(140);
    }

    @Test
    void sortsLatenessIntoBuckets() {
        meter.count(late(Duration.ofMillis(1)));
        meter.count(late(Duration.ofMillis(15)));
        meter.count(late(Duration.ofSeconds(5)));
        meter.beat(START.plusSeconds(1));

        EngineFigures.Lag lag = meter.lag();
        assertThat(lag.buckets()).containsExactly(1L, 0L, 0L, 0L, 1L, 0L, 0L, 0L, 0L, 0L, 1L);
        assertThat(lag.max()).isCloseTo(5_000, Percentage.withPercentage(1));
        assertThat(meter.late()).isEqualTo(1);
    }

    @Test
    void hasNoLagBeforeTheFirstResult() {
        assertThat(meter.lag()).isEqualTo(EngineFigures.Lag.NONE);
    }

    private static CheckResult late(Duration lateness) {
        return new CheckResult(
                CheckId.parse("a/b"), START, Duration.ZERO, lateness, Observation.of(new Outcome.Up("fine")));
    }
}
