package org.watchfloor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.watchfloor.config.Threshold;
import org.watchfloor.incident.Incident;
import org.watchfloor.incident.TimelineEntry.Kind;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.Gap;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.Reason;
import org.watchfloor.model.State;

/** A host fails and comes back: what is shown, and when. */
class OutageScenarioTest {
    private static final String FRONT = "web-1/front";

    private final TestClock clock = TestClock.at("2026-01-05T09:00:00Z");
    private final FakeProbe probe = new FakeProbe();
    private final Sites sites = Sites.site().every(Duration.ofSeconds(30)).host("web-1", "front", "back");
    private final TestEngine engine = TestEngine.of(sites.build(), clock, probe);

    @Test
    void isUnknownUntilTheFirstLook() {
        assertThat(engine.state(FRONT)).isEqualTo(State.UNKNOWN);
    }

    @Test
    void isUpAfterTheFirstGoodLook() {
        engine.runFor(Duration.ofSeconds(1));

        assertThat(engine.state(FRONT)).isEqualTo(State.UP);
    }

    @Test
    void isOnlyPendingBeforeTheThreshold() {
        engine.runFor(Duration.ofMinutes(1));
        probe.goesDown(FRONT, Reason.REFUSED);
        engine.runFor(Duration.ofSeconds(60));

        assertThat(engine.state(FRONT)).isEqualTo(State.PENDING);
        assertThat(engine.health(FRONT).coming().orElseThrow().streak()).isEqualTo(2);
        assertThat(engine.openIncidents()).isEmpty();
    }

    @Test
    void opensOneIncidentWhenTheFailureIsHard() {
        engine.runFor(Duration.ofMinutes(1));
        probe.goesDown(FRONT, Reason.REFUSED);
        probe.goesDown("web-1/back", Reason.REFUSED);
        engine.runFor(Duration.ofMinutes(10));

        Incident incident = engine.openIncidents().getFirst();
        assertThat(engine.openIncidents()).hasSize(1);
        assertThat(incident.summary()).endsWith("is down: connection refused");
        assertThat(incident.timeToDetect()).isEqualTo(Duration.ofMinutes(1));
        assertThat(incident.involved()).hasSize(2);
    }

    @Test
    void resolvesTheIncidentOnlyWhenEveryCheckIsHardUpAgain() {
        engine.runFor(Duration.ofMinutes(1));
        probe.goesDown(FRONT, Reason.REFUSED);
        engine.runFor(Duration.ofMinutes(3));
        probe.comesUp(FRONT);
        engine.runFor(Duration.ofSeconds(30));
        boolean openAfterOneGoodLook = !engine.openIncidents().isEmpty();
        engine.runFor(Duration.ofSeconds(30));

        assertThat(openAfterOneGoodLook).isTrue();
        assertThat(engine.openIncidents()).isEmpty();
        assertThat(engine.timeline())
                .containsExactly(Kind.FIRST_FAILURE, Kind.HARD_STATE, Kind.STATE_CHANGE, Kind.RESOLVED);
    }

    @Test
    void recordsEveryChangeOfWhatIsShownOnce() {
        engine.runFor(Duration.ofMinutes(1));
        probe.goesDown(FRONT, Reason.REFUSED);
        engine.runFor(Duration.ofMinutes(3));

        assertThat(engine.transitions())
                .containsExactlyInAnyOrder(
                        "web-1/front UNKNOWN -> UP",
                        "web-1/back UNKNOWN -> UP",
                        "web-1/front UP -> PENDING",
                        "web-1/front PENDING -> DOWN");
    }

    @Test
    void asksMoreOftenWhileItFails() {
        TestEngine eager = TestEngine.of(
                Sites.site()
                        .every(Duration.ofMinutes(1))
                        .retryEvery(Duration.ofSeconds(5))
                        .host("web-1", "front")
                        .build(),
                clock,
                probe);
        eager.runFor(Duration.ofMinutes(2));
        probe.goesDown(FRONT, Reason.REFUSED);
        eager.runFor(Duration.ofSeconds(75));

        assertThat(eager.state(FRONT)).isEqualTo(State.DOWN);
    }

    @Test
    void goesBackToItsIntervalAfterRecovery() {
        TestEngine eager = TestEngine.of(
                Sites.site()
                        .every(Duration.ofMinutes(1))
                        .retryEvery(Duration.ofSeconds(5))
                        .host("web-1", "front")
                        .build(),
                clock,
                probe);
        probe.goesDown(FRONT, Reason.REFUSED);
        eager.runFor(Duration.ofMinutes(2));
        probe.comesUp(FRONT);
        eager.runFor(Duration.ofMinutes(1));
        int before = eager.starts().size();
        eager.runFor(Duration.ofMinutes(10));

        assertThat(eager.starts().size() - before).isBetween(9, 11);
    }

    @Test
    void isDegradedByAThreshold() {
        Threshold limit = new Threshold("load", Threshold.Direction.ABOVE, Optional.of(4.0), Optional.of(8.0));
        TestEngine watched = TestEngine.of(
                Sites.site()
                        .unhealthyAfter(1)
                        .thresholds(limit)
                        .host("db-1", "load")
                        .build(),
                clock,
                probe);
        probe.measures("db-1/load", "load", 5);
        watched.runFor(Duration.ofMinutes(1));
        State above4 = watched.state("db-1/load");
        probe.measures("db-1/load", "load", 9);
        watched.runFor(Duration.ofMinutes(1));

        assertThat(above4).isEqualTo(State.DEGRADED);
        assertThat(watched.state("db-1/load")).isEqualTo(State.DOWN);
        assertThat(watched.health("db-1/load").message()).isEqualTo("load is 9, above the limit of 8");
    }

    @Test
    void countsTheFirstFailureOfTheOutageThatBecameHard() {
        engine.runFor(Duration.ofMinutes(1));
        probe.goesDown(FRONT, Reason.REFUSED);
        engine.runFor(Duration.ofSeconds(30));
        probe.comesUp(FRONT);
        engine.runFor(Duration.ofMinutes(5));
        probe.goesDown(FRONT, Reason.REFUSED);
        Instant before = clock.instant();
        engine.runFor(Duration.ofMinutes(5));

        assertThat(engine.openIncidents().getFirst().startedAt()).isAfterOrEqualTo(before);
    }

    @Test
    void losesNoIncidentWhenTheCheckOnlyBecomesUnknown() {
        probe.goesDown(FRONT, Reason.REFUSED);
        engine.runFor(Duration.ofMinutes(3));
        probe.answers(FRONT, new Outcome.Unknown(Reason.CREDENTIAL_MISSING, "no key"));
        engine.runFor(Duration.ofMinutes(3));

        assertThat(engine.state(FRONT)).isEqualTo(State.UNKNOWN);
        assertThat(engine.openIncidents()).hasSize(1);
    }

    @Test
    void pausingStopsLookingAndClosesTheIncident() {
        probe.goesDown(FRONT, Reason.REFUSED);
        engine.runFor(Duration.ofMinutes(3));
        engine.tell(new Event.Pause(List.of(CheckId.parse(FRONT)), TestEngine.ALICE));
        int samples = engine.samples();
        engine.runFor(Duration.ofMinutes(10));

        assertThat(engine.state(FRONT)).isEqualTo(State.PAUSED);
        assertThat(engine.openIncidents()).isEmpty();
        assertThat(engine.samples() - samples).isEqualTo(20);
    }

    @Test
    void resumingLooksAtOnce() {
        engine.tell(new Event.Pause(List.of(CheckId.parse(FRONT)), TestEngine.ALICE));
        engine.runFor(Duration.ofMinutes(1));
        engine.tell(new Event.Resume(List.of(CheckId.parse(FRONT)), TestEngine.ALICE));
        engine.runFor(Duration.ofSeconds(1));

        assertThat(engine.state(FRONT)).isEqualTo(State.UP);
    }

    @Test
    void checksAtOnceWhenAsked() {
        engine.runFor(Duration.ofMinutes(1));
        int before = engine.starts().size();
        engine.tell(new Event.CheckNow(List.of(CheckId.parse(FRONT))));
        engine.runFor(Duration.ofMillis(10));

        assertThat(engine.starts().size() - before).isEqualTo(1);
    }

    @Test
    void takesNoSuspendForAnOutage() {
        engine.runFor(Duration.ofMinutes(2));
        int before = engine.starts().size();
        engine.suspendFor(Duration.ofHours(8));
        engine.runFor(Duration.ofSeconds(1));

        assertThat(engine.state().gaps()).singleElement().extracting(Gap::cause).isEqualTo(Gap.Cause.SUSPENDED);
        assertThat(engine.state(FRONT)).isEqualTo(State.UP);
        assertThat(engine.starts().size() - before).isLessThanOrEqualTo(1);
    }

    @Test
    void takesNoClockJumpForAnOutage() {
        engine.runFor(Duration.ofMinutes(2));
        clock.jump(Duration.ofHours(-3));
        engine.beat();
        engine.runFor(Duration.ofMinutes(2));

        assertThat(engine.state().gaps()).singleElement().extracting(Gap::cause).isEqualTo(Gap.Cause.CLOCK_JUMPED_BACK);
        assertThat(engine.state(FRONT)).isEqualTo(State.UP);
    }

    @Test
    void acknowledgingIsKeptOnTheIncident() {
        probe.goesDown(FRONT, Reason.REFUSED);
        engine.runFor(Duration.ofMinutes(5));
        engine.tell(new Event.Acknowledge(engine.openIncidents().getFirst().id(), TestEngine.ALICE, "on it"));
        engine.tell(new Event.Acknowledge(engine.openIncidents().getFirst().id(), TestEngine.ALICE, "twice"));

        assertThat(engine.openIncidents()
                        .getFirst()
                        .acknowledged()
                        .orElseThrow()
                        .by())
                .isEqualTo(TestEngine.ALICE);
        assertThat(engine.timeline()).containsOnlyOnce(Kind.ACKNOWLEDGED);
    }
}
