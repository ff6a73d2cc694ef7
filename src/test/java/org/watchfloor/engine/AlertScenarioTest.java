package org.watchfloor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.Reason;
import org.watchfloor.model.Severity;

/** Something breaks: who is told, when, how often, and why. */
class AlertScenarioTest {
    private static final Duration TO_HARD = Duration.ofSeconds(61);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final WebAlarm web = new WebAlarm();

    @Test
    void tellsTheFirstStepOnceAfterTheGroupsWait() {
        TestEngine engine = web.running(Policies.USUAL);

        web.probe.goesDown(WebAlarm.FRONT, Reason.REFUSED);
        engine.runFor(TO_HARD);
        List<String> beforeTheWait = List.copyOf(engine.sent());
        engine.runFor(Duration.ofMinutes(8));

        assertThat(beforeTheWait).isEmpty();
        assertThat(engine.sent()).containsExactly("mail FIRING web-1/front is down: connection refused");
    }

    @Test
    void tellsTheEndToThoseWhoWereToldOfTheBegin() {
        TestEngine engine = web.running(Policies.USUAL);
        web.fails(engine, Duration.ofMinutes(5));

        web.probe.comesUp(WebAlarm.FRONT);
        engine.runFor(Duration.ofMinutes(3));

        assertThat(engine.sent())
                .containsExactly(
                        "mail FIRING web-1/front is down: connection refused",
                        "mail RESOLVED over: web-1/front is down: connection refused");
        assertThat(engine.state().alerting().book().all()).isEmpty();
        assertThat(engine.state().alerting().groups()).isEmpty();
    }

    @Test
    void nobodyHearsOfTheEndOfWhatNobodyWasToldOf() {
        TestEngine engine = web.running(Policies.USUAL + "routing: { group-wait: 2m }\n");
        web.failsUntilItFires(engine);

        web.probe.comesUp(WebAlarm.FRONT);
        engine.runFor(Duration.ofMinutes(3));

        assertThat(engine.sent()).isEmpty();
        assertThat(engine.verdicts()).anyMatch(verdict -> verdict.startsWith("RESOLVED down web-1/front"));
    }

    @Test
    void escalatesUntilSomebodyAcknowledges() {
        TestEngine engine = web.running(Policies.USUAL);

        web.fails(engine, Duration.ofMinutes(13));
        WebAlarm.acknowledge(engine);
        engine.runFor(Duration.ofMinutes(30));

        assertThat(engine.sent())
                .containsExactly(
                        "mail FIRING web-1/front is down: connection refused",
                        "chat ESCALATION web-1/front is down: connection refused",
                        "chat ACKNOWLEDGED web-1/front is down: connection refused",
                        "mail ACKNOWLEDGED web-1/front is down: connection refused");
    }

    @Test
    void doesNotEscalateWhatIsAcknowledgedInTime() {
        TestEngine engine = web.running(Policies.USUAL);

        web.fails(engine, Duration.ofMinutes(4));
        WebAlarm.acknowledge(engine);
        engine.runFor(Duration.ofHours(9));

        assertThat(engine.sent())
                .containsExactly(
                        "mail FIRING web-1/front is down: connection refused",
                        "mail ACKNOWLEDGED web-1/front is down: connection refused");
    }

    @Test
    void whoTakesTheIncidentIsNotPagedForItAnyMore() {
        TestEngine engine = web.running(Policies.USUAL);
        web.fails(engine, Duration.ofMinutes(2));
        List<String> before = engine.sent();

        engine.tell(new Event.Acknowledge(engine.openIncidents().getFirst().id(), TestEngine.ALICE, "on it"));
        engine.runFor(Duration.ofHours(1));

        assertThat(engine.sent()).filteredOn(line -> line.contains("FIRING")).isEqualTo(before);
        assertThat(engine.verdicts()).contains("ACKNOWLEDGED down web-1/front: acknowledged by alice: on it");
    }

    @Test
    void whoTakesAllAlertsOfAnIncidentTakesTheIncident() {
        TestEngine engine = web.running(Policies.USUAL);
        web.fails(engine, Duration.ofMinutes(2));

        WebAlarm.acknowledge(engine);

        assertThat(engine.openIncidents()
                        .getFirst()
                        .acknowledged()
                        .orElseThrow()
                        .by())
                .isEqualTo(TestEngine.ALICE);
    }

    @Test
    void pagesAgainWhenAnAcknowledgementExpires() {
        TestEngine engine = web.running(Policies.USUAL);
        web.fails(engine, Duration.ofMinutes(4));

        engine.tell(new Event.AcknowledgeAlerts(
                WebAlarm.ids(engine),
                TestEngine.ALICE,
                "",
                Optional.of(web.clock.instant().plusSeconds(600))));
        engine.runFor(Duration.ofMinutes(12));

        assertThat(engine.sent()).last().asString().startsWith("mail ESCALATION");
    }

    @Test
    void remindsAfterTheRepeatTime() {
        TestEngine engine = web.running("""
                channels: { mail: { fake: {} } }
                receivers: { ops: { tell: mail } }
                routing: { repeat: 1h }
                """);

        web.fails(engine, Duration.ofMinutes(125));

        assertThat(engine.sent())
                .extracting(sent -> sent.split(" ")[1])
                .containsExactly("FIRING", "REMINDER", "REMINDER");
    }

    @Test
    void aWorseSeverityIsNews() {
        TestEngine engine = web.running(Policies.USUAL + """
                alerts:
                  certificate: { when: cert_days_left < 30, severity: low, levels: { critical: cert_days_left < 7 } }
                """);

        web.probe.measures(WebAlarm.FRONT, "cert_days_left", 20);
        engine.runFor(Duration.ofMinutes(3));
        WebAlarm.acknowledge(engine);
        web.probe.measures(WebAlarm.FRONT, "cert_days_left", 20);
        engine.runFor(Duration.ofMinutes(3));
        Severity first = engine.notices().getFirst().severity();

        assertThat(first).isEqualTo(Severity.LOW);
    }

    @Test
    void aConditionHasToHoldForItsTime() {
        TestEngine engine = web.running(Policies.USUAL + "alerts: { slow: { when: latency > 1ms, for: 5m } }\n");

        engine.runFor(Duration.ofMinutes(4));
        List<String> tooEarly = List.copyOf(engine.sent());
        engine.runFor(Duration.ofMinutes(3));

        assertThat(tooEarly).isEmpty();
        assertThat(engine.verdicts()).anyMatch(verdict -> verdict.startsWith("PENDING slow web-1/front"));
        assertThat(engine.sent()).hasSize(1);
    }

    @Test
    void countsOverTheMembersOfAGroup() {
        TestEngine engine =
                web.running(Sites.site().every(Duration.ofSeconds(30)).hosts(4).build(), Policies.USUAL + """
                        alerts:
                          down: { enabled: false }
                          many: { each: group, when: count(state == DOWN) > 2, severity: critical }
                        """);

        web.probe.goesDown("host-0/check", Reason.REFUSED);
        web.probe.goesDown("host-1/check", Reason.REFUSED);
        engine.runFor(Duration.ofMinutes(4));
        List<String> two = List.copyOf(engine.sent());
        web.probe.goesDown("host-2/check", Reason.REFUSED);
        engine.runFor(Duration.ofMinutes(4));

        assertThat(two).isEmpty();
        assertThat(engine.sent()).hasSize(1).first().asString().contains("3 of 4");
    }

    @Test
    void pausingTheCheckEndsItsAlert() {
        TestEngine engine = web.running(Policies.USUAL);
        web.fails(engine, Duration.ofMinutes(5));

        engine.tell(new Event.Pause(List.of(CheckId.parse(WebAlarm.FRONT)), TestEngine.ALICE));
        engine.runFor(MINUTE);

        assertThat(engine.sent()).last().asString().startsWith("mail RESOLVED");
    }

    @Test
    void aSiteWithoutTheRuleEndsItsAlerts() {
        TestEngine engine = web.running(Policies.USUAL);
        web.fails(engine, Duration.ofMinutes(5));

        engine.tell(new Event.SiteLoaded(WebAlarm.site(Policies.USUAL + "alerts: { down: { enabled: false } }\n")));
        engine.runFor(MINUTE);

        assertThat(engine.sent()).last().asString().startsWith("mail RESOLVED");
    }

    @Test
    void theSameEventsGiveTheSameDecisions() {
        TestEngine first = web.running(Policies.USUAL);
        web.fails(first, Duration.ofMinutes(15));
        TestClock again = TestClock.at("2026-01-05T09:00:00Z");
        FakeProbe sound = new FakeProbe();
        TestEngine second = TestEngine.of(WebAlarm.site(Policies.USUAL), again, sound);
        second.runFor(MINUTE);
        sound.goesDown(WebAlarm.FRONT, Reason.REFUSED);
        second.runFor(Duration.ofMinutes(15));

        assertThat(second.entries().toString()).isEqualTo(first.entries().toString());
    }
}
