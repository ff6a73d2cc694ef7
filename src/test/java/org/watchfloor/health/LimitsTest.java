package org.watchfloor.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.watchfloor.config.Threshold;
import org.watchfloor.config.Threshold.Direction;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.Measurement;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.Reason;
import org.watchfloor.model.Timings;

class LimitsTest {
    private static final Threshold LATENCY =
            new Threshold(Threshold.LATENCY, Direction.ABOVE, Optional.of(500.0), Optional.of(2_000.0));
    private static final Threshold DAYS =
            new Threshold("cert_days_left", Direction.BELOW, Optional.of(14.0), Optional.of(1.0));

    @Test
    void leavesAResultWithinItsLimitsAlone() {
        CheckResult result = result(300, 30, new Outcome.Up("fine"));

        assertThat(Limits.judge(List.of(LATENCY, DAYS), result)).isSameAs(result);
    }

    @Test
    void saysWhichLimitWasExceededAndByWhat() {
        Outcome outcome = Limits.judge(List.of(LATENCY), result(812, 30, new Outcome.Up("fine")))
                .outcome();

        assertThat(outcome)
                .isEqualTo(new Outcome.Degraded(Reason.THRESHOLD, "latency is 812 ms, above the limit of 500 ms"));
    }

    @Test
    void takesTheWorstOfSeveral() {
        Outcome outcome = Limits.judge(List.of(LATENCY, DAYS), result(812, 0.5, new Outcome.Up("fine")))
                .outcome();

        assertThat(outcome)
                .isEqualTo(new Outcome.Down(Reason.THRESHOLD, "cert_days_left is 0.5, below the limit of 1"));
    }

    @ParameterizedTest
    @CsvSource({"2021.4, 2021", "501, 501", "512.26, 512", "99.46, 99.5", "0.01234, 0.012", "2.9987, 3", "2.987, 2.99"})
    void writesFiguresPlainly(double days, String written) {
        Threshold above = new Threshold("cert_days_left", Direction.ABOVE, Optional.of(0.0), Optional.empty());
        Outcome outcome = Limits.judge(List.of(above), result(1, days, new Outcome.Up("fine")))
                .outcome();

        assertThat(outcome.message()).isEqualTo("cert_days_left is " + written + ", above the limit of 0");
    }

    @Test
    void doesNotHideWhyATargetIsDown() {
        CheckResult down = result(9_000, 30, new Outcome.Down(Reason.REFUSED, "refused"));

        assertThat(Limits.judge(List.of(LATENCY), down)).isSameAs(down);
    }

    @Test
    void keepsTheMessageOfAResultThatIsAlreadyDegraded() {
        CheckResult degraded = result(812, 30, new Outcome.Degraded(Reason.EXIT_CODE, "plugin says warning"));

        assertThat(Limits.judge(List.of(LATENCY), degraded)).isSameAs(degraded);
    }

    @Test
    void ignoresAMetricThatTheResultDoesNotHave() {
        Threshold other = new Threshold("load1", Direction.ABOVE, Optional.of(1.0), Optional.empty());
        CheckResult result = result(300, 30, new Outcome.Up("fine"));

        assertThat(Limits.judge(List.of(other), result)).isSameAs(result);
    }

    private static CheckResult result(long latencyMillis, double days, Outcome outcome) {
        Measurement measurement = new Measurement("cert_days_left", days, "d");
        Observation observation = new Observation(outcome, Timings.NONE, List.of(measurement), List.of());
        Instant at = Instant.parse("2026-01-05T09:00:00Z");
        return new CheckResult(
                CheckId.parse("web-1/front"), at, Duration.ofMillis(latencyMillis), Duration.ZERO, observation);
    }
}
