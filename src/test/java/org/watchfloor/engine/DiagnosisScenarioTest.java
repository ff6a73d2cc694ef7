package org.watchfloor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.watchfloor.alert.Alert;
import org.watchfloor.config.Site;
import org.watchfloor.incident.TimelineEntry;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.Diagnosis;
import org.watchfloor.model.Notice;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.Reason;
import org.watchfloor.model.Rung;
import org.watchfloor.model.Rung.Standing;

/** Something begins to fail: when its ladder is gone down, and where what it found is read. */
class DiagnosisScenarioTest {
    private static final String FRONT = "web-1/front";
    private static final Duration TO_HARD = Duration.ofSeconds(61);
    private static final String FOUND = "broken at TCP: connection refused, after 1 ms; last good: connected in 2 ms";

    private final TestClock clock = TestClock.at("2026-01-05T09:00:00Z");
    private final FakeProbe probe = new FakeProbe();

    @Test
    void isAskedForAtTheFirstFailureAndOnceForEachOutage() {
        TestEngine engine = running();

        probe.goesDown(FRONT, Reason.REFUSED);
        engine.runFor(Duration.ofSeconds(31));
        List<String> atFirst = List.copyOf(engine.descents());
        engine.runFor(Duration.ofMinutes(20));
        probe.comesUp(FRONT);
        engine.runFor(Duration.ofMinutes(5));
        List<String> afterOne = List.copyOf(engine.descents());
        probe.goesDown(FRONT, Reason.REFUSED);
        engine.runFor(Duration.ofMinutes(5));

        assertThat(atFirst).containsExactly(FRONT);
        assertThat(afterOne).containsExactly(FRONT);
        assertThat(engine.descents()).containsExactly(FRONT, FRONT);
    }

    @Test
    void handsTheLastGoodResultOver() {
        TestEngine engine = running();
        Instant good = engine.health(FRONT).last().orElseThrow().finishedAt();
        List<Instant> handed = new ArrayList<>();
        engine.ladders(asked -> {
            asked.good().map(CheckResult::finishedAt).ifPresent(handed::add);
            return Optional.empty();
        });

        probe.goesDown(FRONT, Reason.REFUSED);
        engine.runFor(Duration.ofSeconds(31));

        assertThat(handed).singleElement().satisfies(at -> assertThat(at).isAfterOrEqualTo(good));
    }

    @Test
    void isNotAskedForWhenACheckIsOnlyDegraded() {
        TestEngine engine = running();

        probe.answers(FRONT, new Outcome.Degraded(Reason.THRESHOLD, "slow"));
        engine.runFor(Duration.ofMinutes(5));

        assertThat(engine.descents()).isEmpty();
    }

    @Test
    void standsInTheAlertTheNoticeAndWhy() {
        TestEngine engine = running();

        fails(engine, Duration.ofMinutes(5));

        assertThat(alert(engine).said().diagnosis()).startsWith(FOUND);
        assertThat(engine.notices())
                .singleElement()
                .satisfies(notice ->
                        assertThat(notice.alerts().getFirst().diagnosis()).isEqualTo(FOUND));
        assertThat(engine.verdicts())
                .filteredOn(verdict -> verdict.startsWith("DIAGNOSED down web-1/front: " + FOUND))
                .hasSize(1);
    }

    @Test
    void staysInTheAlertWhenTheCheckRecovers() {
        TestEngine engine = running();
        fails(engine, Duration.ofMinutes(5));

        probe.comesUp(FRONT);
        engine.runFor(Duration.ofMinutes(3));

        assertThat(engine.notices().getLast().kind()).isEqualTo(Notice.Kind.RESOLVED);
        assertThat(engine.notices().getLast().alerts().getFirst().diagnosis()).startsWith(FOUND);
        assertThat(engine.state().alerting().diagnoses().of(engine.state().layout(), CheckId.parse(FRONT)))
                .isEmpty();
    }

    @Test
    void standsInTheTimelineOnce() {
        TestEngine engine = running();

        fails(engine, Duration.ofMinutes(5));

        assertThat(timeline(engine))
                .filteredOn(entry -> entry.kind() == TimelineEntry.Kind.DIAGNOSED)
                .singleElement()
                .satisfies(entry -> assertThat(entry.text()).startsWith(FOUND));
    }

    @Test
    void joinsAnAlertAndAnIncidentThatBeganBefore() {
        TestEngine engine = running();
        engine.slowLadders();
        fails(engine, Duration.ofMinutes(4));
        String toldWithout = engine.notices().getFirst().alerts().getFirst().diagnosis();

        engine.tell(finished(engine));

        assertThat(toldWithout).isEmpty();
        assertThat(alert(engine).said().diagnosis()).startsWith(FOUND);
        assertThat(engine.timeline()).contains(TimelineEntry.Kind.DIAGNOSED);
        assertThat(engine.verdicts()).last().asString().startsWith("DIAGNOSED down web-1/front: " + FOUND);
        assertThat(engine.sent()).hasSize(1);
    }

    @Test
    void isForgottenWhenTheOutageIsOverBeforeTheAnswer() {
        TestEngine engine = running();
        engine.slowLadders();
        probe.goesDown(FRONT, Reason.REFUSED);
        engine.runFor(Duration.ofSeconds(31));
        Event late = finished(engine);
        probe.comesUp(FRONT);
        engine.runFor(Duration.ofSeconds(31));

        engine.tell(late);

        assertThat(engine.descents()).containsExactly(FRONT, "not " + FRONT);
        assertThat(engine.state().alerting().diagnoses().open()).isZero();
        assertThat(engine.state().alerting().diagnoses().of(engine.state().layout(), CheckId.parse(FRONT)))
                .isEmpty();
    }

    @Test
    void isCalledOffWhenTheCheckIsPaused() {
        TestEngine engine = running();
        engine.slowLadders();
        probe.goesDown(FRONT, Reason.REFUSED);
        engine.runFor(Duration.ofSeconds(31));

        engine.tell(new Event.Pause(List.of(CheckId.parse(FRONT)), TestEngine.ALICE));

        assertThat(engine.descents()).containsExactly(FRONT, "not " + FRONT);
        assertThat(engine.state().alerting().diagnoses().open()).isZero();
    }

    @Test
    void saysSoWhenTooMuchFailsAtOnce() {
        Site many = Sites.site().every(Duration.ofSeconds(30)).hosts(1_000).build();
        TestEngine engine = TestEngine.of(Policies.on(many, Policies.USUAL), clock, probe);
        engine.slowLadders();
        engine.runFor(Duration.ofMinutes(1));

        many.checks().forEach(check -> probe.goesDown(check.id().toString(), Reason.REFUSED));
        engine.runFor(TO_HARD.plusSeconds(30));

        assertThat(engine.descents()).hasSize(208);
        assertThat(engine.state().alerting().book().all())
                .extracting(alert -> alert.said().diagnosis())
                .filteredOn("not diagnosed: too many failures at once"::equals)
                .hasSize(792);
    }

    @Test
    void keepsWhatWasFoundOverARestartAndAsksForNothingAgain() {
        TestEngine engine = running();
        fails(engine, Duration.ofMinutes(5));

        TestEngine next = TestEngine.restored(engine.restorable(), site(), clock, probe);
        next.runFor(Duration.ofMinutes(5));

        assertThat(next.descents()).isEmpty();
        assertThat(alert(next).said().diagnosis()).startsWith(FOUND);
    }

    @Test
    void saysNothingOfAStandstillOfThisMachine() {
        TestEngine engine = running();
        engine.slowLadders();
        probe.goesDown(FRONT, Reason.REFUSED);
        engine.runFor(TO_HARD.plusSeconds(30));
        Event cutInPieces = finished(engine);
        engine.suspendFor(Duration.ofMinutes(10));

        engine.tell(cutInPieces);

        assertThat(engine.timeline()).doesNotContain(TimelineEntry.Kind.DIAGNOSED);
    }

    @Test
    void isMadeOnceWhenAPersonAsksWhileTheCheckWorks() {
        TestEngine engine = running();
        engine.slowLadders();

        engine.tell(byHand());
        engine.tell(byHand());
        Instant asked = underWay(engine).orElseThrow();
        engine.tell(finished(engine));

        assertThat(engine.descents()).containsExactly(FRONT);
        assertThat(asked).isEqualTo(clock.instant());
        assertThat(underWay(engine)).isEmpty();
        assertThat(found(engine).map(Diagnosis::headline)).contains(FOUND);
        engine.runFor(Duration.ofMinutes(2));
        assertThat(found(engine)).isPresent();
    }

    @Test
    void tellsTheAlertAndTheIncidentAgainWhenAPersonAsksDuringTheOutage() {
        TestEngine engine = running();
        fails(engine, Duration.ofMinutes(5));
        List<Optional<CheckResult>> handed = new ArrayList<>();
        engine.ladders(asked -> {
            handed.add(asked.good());
            return Optional.of(refused());
        });

        engine.tell(byHand());

        assertThat(engine.descents()).containsExactly(FRONT, FRONT);
        assertThat(handed).singleElement().satisfies(good -> assertThat(good).isPresent());
        assertThat(engine.verdicts())
                .filteredOn(verdict -> verdict.startsWith("DIAGNOSED down web-1/front: " + FOUND))
                .hasSize(2);
        assertThat(timeline(engine))
                .filteredOn(entry -> entry.kind() == TimelineEntry.Kind.DIAGNOSED)
                .hasSize(2);
    }

    @Test
    void givesWayToTheOutageThatBeginsMeanwhile() {
        TestEngine engine = running();
        engine.slowLadders();
        engine.tell(byHand());
        Event late = finished(engine);

        probe.goesDown(FRONT, Reason.REFUSED);
        engine.runFor(Duration.ofSeconds(31));
        engine.tell(late);

        assertThat(engine.descents()).containsExactly(FRONT, "not " + FRONT, FRONT);
        assertThat(underWay(engine)).isPresent();
        assertThat(found(engine)).isEmpty();
    }

    @Test
    void saysToAPersonThatNothingCouldBeFoundOut() {
        TestEngine engine = running();
        engine.ladders(_ -> Optional.empty());

        engine.tell(byHand());

        assertThat(found(engine).map(Diagnosis::headline))
                .contains("not diagnosed: it was cut short, or this kind of check has no steps");
    }

    @Test
    void leavesPausedChecksAlone() {
        TestEngine engine = running();
        engine.tell(new Event.Pause(List.of(CheckId.parse(FRONT)), TestEngine.ALICE));

        engine.tell(byHand());

        assertThat(engine.descents()).isEmpty();
    }

    @Test
    void outlivesAnotherSiteIfTheCheckStays() {
        TestEngine engine = running();
        fails(engine, Duration.ofMinutes(5));

        engine.tell(new Event.SiteLoaded(Policies.on(
                Sites.site()
                        .every(Duration.ofSeconds(30))
                        .host("app-1", "api")
                        .host("web-1", "front", "back")
                        .build(),
                Policies.USUAL)));

        assertThat(engine.state().alerting().diagnoses().of(engine.state().layout(), CheckId.parse(FRONT)))
                .isPresent();
    }

    private TestEngine running() {
        TestEngine engine = TestEngine.of(site(), clock, probe);
        engine.ladders(_ -> Optional.of(refused()));
        engine.runFor(Duration.ofMinutes(1));
        return engine;
    }

    private static Site site() {
        return Policies.on(
                Sites.site()
                        .every(Duration.ofSeconds(30))
                        .host("web-1", "front", "back")
                        .build(),
                Policies.USUAL);
    }

    private Diagnosis refused() {
        Rung name = new Rung("name", Standing.OK, "web-1 is 10.0.0.9", Optional.of(Duration.ofMillis(3)), "");
        Rung connection = new Rung(
                "TCP", Standing.BROKEN, "connection refused", Optional.of(Duration.ofMillis(1)), "connected in 2 ms");
        return new Diagnosis(clock.instant(), List.of(name, connection), Optional.empty(), "");
    }

    private Event finished(TestEngine engine) {
        return new Event.DiagnosisFinished(
                CheckId.parse(FRONT), underWay(engine).orElseThrow(), Optional.of(refused()));
    }

    private static Optional<Instant> underWay(TestEngine engine) {
        return engine.state().alerting().diagnoses().underWay(engine.state().layout(), CheckId.parse(FRONT));
    }

    private static Optional<Diagnosis> found(TestEngine engine) {
        return engine.state().alerting().diagnoses().of(engine.state().layout(), CheckId.parse(FRONT));
    }

    private static Event byHand() {
        return new Event.DiagnoseNow(List.of(CheckId.parse(FRONT)));
    }

    private void fails(TestEngine engine, Duration time) {
        probe.goesDown(FRONT, Reason.REFUSED);
        engine.runFor(time);
    }

    private static Alert alert(TestEngine engine) {
        return engine.state().alerting().book().all().findFirst().orElseThrow();
    }

    private static List<TimelineEntry> timeline(TestEngine engine) {
        return engine.entries().stream()
                .filter(Entry.TimelineAdded.class::isInstance)
                .map(entry -> ((Entry.TimelineAdded) entry).entry())
                .toList();
    }
}
