package org.watchfloor.recovery.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.watchfloor.config.Check;
import org.watchfloor.config.Host;
import org.watchfloor.config.Place;
import org.watchfloor.config.Service;
import org.watchfloor.config.ServiceType;
import org.watchfloor.config.Settings;
import org.watchfloor.config.Site;
import org.watchfloor.config.Threshold;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.HostId;
import org.watchfloor.model.Measurement;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.Reason;
import org.watchfloor.model.ServiceId;
import org.watchfloor.model.Timings;

/** What a look says about the kind of failure, together with what the configuration says of its check. */
class SymptomTest {
    private static final CheckId VITALS = CheckId.parse("db-1/vitals");
    private static final Place PLACE = new Place("site.yaml", 1, 1);

    @Test
    void isEmptyForALookThatFoundNothingWrong() {
        assertThat(Symptom.of(site(), looked(new Outcome.Up("fine")), false)).isEmpty();
    }

    @Test
    void bringsStatusTagsAndWhatTheServicePlays() {
        Symptom symptom = Symptom.of(
                        site(),
                        looked(new Outcome.Down(Reason.STATUS, "HTTP 429"), new Measurement("status", 429, "")),
                        false)
                .orElseThrow();

        assertThat(symptom.status()).hasValue(429);
        assertThat(symptom.tags()).containsExactlyInAnyOrder("linux", "external");
        assertThat(symptom.plays()).containsExactly(ServiceType.DATABASE);
        assertThat(Classification.of(symptom))
                .isEqualTo(new Classification(FailureType.RATE_LIMIT, FailureCategory.EXTERNAL_DEPENDENCY));
    }

    @Test
    void namesTheMetricThatIsBeyondItsWorstLimit() {
        Symptom symptom = Symptom.of(
                        site(),
                        looked(
                                new Outcome.Down(Reason.THRESHOLD, "too full"),
                                new Measurement("load1", 9, ""),
                                new Measurement("disk./.used_percent", 99, "%")),
                        false)
                .orElseThrow();

        assertThat(symptom.metric()).contains("disk./.used_percent");
        assertThat(Classification.of(symptom).type()).isEqualTo(FailureType.DISK_FULL);
    }

    @Test
    void namesTheLatency() {
        Outcome slow = new Outcome.Degraded(Reason.THRESHOLD, "slow");
        CheckResult result =
                new CheckResult(VITALS, Instant.EPOCH, Duration.ofSeconds(2), Duration.ZERO, Observation.of(slow));

        assertThat(Classification.of(Symptom.of(site(), result, false).orElseThrow())
                        .type())
                .isEqualTo(FailureType.SLOW);
    }

    private static CheckResult looked(Outcome outcome, Measurement... measured) {
        return new CheckResult(
                VITALS,
                Instant.EPOCH,
                Duration.ofMillis(20),
                Duration.ZERO,
                new Observation(outcome, Timings.NONE, List.of(measured), List.of()));
    }

    private static Site site() {
        Threshold.Direction above = Threshold.Direction.ABOVE;
        Check check = new Check(
                VITALS,
                () -> "vitals",
                Duration.ofMinutes(1),
                Duration.ofSeconds(10),
                Optional.empty(),
                3,
                2,
                List.of(
                        new Threshold("load1", above, Optional.of(8.0), Optional.of(16.0)),
                        new Threshold("disk./.used_percent", above, Optional.of(90.0), Optional.of(98.0)),
                        new Threshold(Threshold.LATENCY, above, Optional.of(1000.0), Optional.empty())),
                true,
                Set.of("external"),
                Optional.empty(),
                PLACE);
        Host host = new Host(
                new HostId("db-1"),
                "Database",
                "192.0.2.1",
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Set.of("linux"),
                List.of(check),
                PLACE);
        Service service = new Service(
                new ServiceId("database"), "Database", ServiceType.DATABASE, List.of(), 1, List.of(VITALS), PLACE);
        return new Site(List.of(), List.of(host), List.of(service), Settings.DEFAULT);
    }
}
