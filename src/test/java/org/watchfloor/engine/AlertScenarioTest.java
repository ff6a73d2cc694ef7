package org.watchfloor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.watchfloor.alert.Alert;
import org.watchfloor.config.Need;
import org.watchfloor.config.Site;
import org.watchfloor.model.AlertId;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.HostId;
import org.watchfloor.model.Notice;
import org.watchfloor.model.Reason;
import org.watchfloor.model.Severity;
import org.watchfloor.notify.Delivery;

/** Something breaks: who is told, when, how often, and why. */
class AlertScenarioTest {
    private static final String FRONT = "web-1/front";
    private static final Duration TO_HARD = Duration.ofSeconds(61);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final TestClock clock = TestClock.at("2026-01-05T09:00:00Z");
    private final FakeProbe probe = new FakeProbe();

    @Test
    void tellsTheFirstStepOnceAfterTheGroupsWait() {
        TestEngine engine = running(Policies.USUAL);

        probe.goesDown(FRONT, Reason.REFUSED);
        engine.runFor(TO_HARD);
        List<String> beforeTheWait = List.copyOf(engine.sent());
        engine.runFor(Duration.ofMinutes(8));

        assertThat(beforeTheWait).isEmpty();
        assertThat(engine.sent()).containsExactly("mail FIRING web-1/front is down: connection refused");
    }

    @Test
    void tellsTheEndToThoseWhoWereToldOfTheBegin() {
        TestEngine engine = running(Policies.USUAL);
        fails(engine, Duration.ofMinutes(5));

        probe.comesUp(FRONT);
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
        TestEngine engine = running(Policies.USUAL + "routing: { group-wait: 2m }\n");
        failsUntilItFires(engine);

        probe.comesUp(FRONT);
        engine.runFor(Duration.ofMinutes(3));

        assertThat(engine.sent()).isEmpty();
        assertThat(engine.verdicts()).anyMatch(verdict -> verdict.startsWith("RESOLVED down web-1/front"));
    }

    @Test
    void escalatesUntilSomebodyAcknowledges() {
        TestEngine engine = running(Policies.USUAL);

        fails(engine, Duration.ofMinutes(13));
        acknowledge(engine);
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
        TestEngine engine = running(Policies.USUAL);

        fails(engine, Duration.ofMinutes(4));
        acknowledge(engine);
        engine.runFor(Duration.ofHours(9));

        assertThat(engine.sent())
                .containsExactly(
                        "mail FIRING web-1/front is down: connection refused",
                        "mail ACKNOWLEDGED web-1/front is down: connection refused");
    }

    @Test
    void pagesAgainWhenAnAcknowledgementExpires() {
        TestEngine engine = running(Policies.USUAL);
        fails(engine, Duration.ofMinutes(4));

        engine.tell(new Event.AcknowledgeAlerts(
                ids(engine), TestEngine.ALICE, "", Optional.of(clock.instant().plusSeconds(600))));
        engine.runFor(Duration.ofMinutes(12));

        assertThat(engine.sent()).last().asString().startsWith("mail ESCALATION");
    }

    @Test
    void remindsAfterTheRepeatTime() {
        TestEngine engine = running("""
                channels: { mail: { fake: {} } }
                receivers: { ops: { tell: mail } }
                routing: { repeat: 1h }
                """);

        fails(engine, Duration.ofMinutes(125));

        assertThat(engine.sent())
                .extracting(sent -> sent.split(" ")[1])
                .containsExactly("FIRING", "REMINDER", "REMINDER");
    }

    @Test
    void oneCauseWithFortyConsequencesIsOneMessage() {
        Sites sites = Sites.site().every(Duration.ofSeconds(30)).host("gw-1", "ping");
        for (int number = 1; number <= 40; number++) {
            sites.host("web-" + number, "front").behind(Need.of(new HostId("gw-1")));
        }
        TestEngine engine = running(sites.build(), Policies.USUAL);

        probe.goesDown("gw-1/ping", Reason.CONNECT_TIMEOUT);
        for (int number = 1; number <= 40; number++) {
            probe.goesDown("web-" + number + "/front", Reason.CONNECT_TIMEOUT);
        }
        engine.runFor(Duration.ofMinutes(9));

        assertThat(engine.sent()).containsExactly("mail FIRING gw-1/ping is down: no connection in time");
    }

    @Test
    void foldsWhatFiredBeforeItsParentTurnedOutToBeDown() {
        Sites sites = Sites.site()
                .every(Duration.ofSeconds(10))
                .host("web-1", "front")
                .behind(Need.of(new HostId("gw-1")))
                .host("gw-1", "ping");
        TestEngine engine = running(sites.build(), Policies.USUAL);

        probe.goesDown(FRONT, Reason.CONNECT_TIMEOUT);
        engine.runFor(Duration.ofSeconds(32));
        boolean fired = engine.state().alerting().book().all().anyMatch(Alert::isFiring);
        probe.goesDown("gw-1/ping", Reason.CONNECT_TIMEOUT);
        engine.runFor(Duration.ofMinutes(4));

        assertThat(fired).isTrue();
        assertThat(engine.sent()).containsExactly("mail FIRING gw-1/ping is down: no connection in time");
        assertThat(engine.verdicts()).contains("HELD down web-1/front: not paged, because it lies behind gw-1");
    }

    @Test
    void aStormIsAHandfulOfMessages() {
        TestEngine engine =
                running(Sites.site().every(Duration.ofSeconds(30)).hosts(500).build(), Policies.USUAL);

        for (int number = 0; number < 500; number++) {
            probe.goesDown("host-" + number + "/check", Reason.REFUSED);
        }
        engine.runFor(Duration.ofMinutes(6));

        assertThat(engine.sent()).hasSizeLessThanOrEqualTo(3);
        Notice last = engine.notices().getLast();
        assertThat(last.alerts().size() + last.more()).isEqualTo(500);
    }

    @Test
    void aSilencePausesPagesButNeitherStatesNorTheEnd() {
        TestEngine engine = running(Policies.USUAL + """
                silences:
                  upgrade:
                    match: host="web-1"
                    from: 2026-01-05T09:00:00Z
                    until: 2026-01-05T09:20:00Z
                    author: mara
                    reason: upgrade
                """);

        fails(engine, Duration.ofMinutes(15));
        List<String> whileSilent = List.copyOf(engine.sent());
        engine.runFor(Duration.ofMinutes(6));

        assertThat(whileSilent).isEmpty();
        assertThat(engine.verdicts())
                .anyMatch(verdict -> verdict.startsWith(
                        "HELD down web-1/front: not paged, because it is silenced by upgrade of mara"));
        assertThat(engine.sent()).containsExactly("mail FIRING web-1/front is down: connection refused");
        assertThat(engine.openIncidents()).hasSize(1);
    }

    @Test
    void maintenanceHoldsPages() {
        TestEngine engine = running(Policies.USUAL + """
                maintenance:
                  weekly: { hosts: web-*, cron: "0 9 * * mon", lasts: 30m, zone: UTC }
                """);

        fails(engine, Duration.ofMinutes(20));
        List<String> during = List.copyOf(engine.sent());
        engine.runFor(Duration.ofMinutes(12));

        assertThat(during).isEmpty();
        assertThat(engine.sent()).hasSize(1);
    }

    @Test
    void inhibitionHoldsWhatAnotherAlertExplains() {
        TestEngine engine = running(Policies.USUAL + """
                routing: { group-wait: 2m }
                alerts:
                  any-failure: { when: failed == 1, severity: low }
                inhibitions:
                  explained: { source: rule="down", target: rule="any-failure", equal: [host, check] }
                """);

        fails(engine, Duration.ofMinutes(4));

        assertThat(engine.sent()).containsExactly("mail FIRING web-1/front is down: connection refused");
        assertThat(engine.verdicts())
                .anyMatch(verdict -> verdict.startsWith(
                        "HELD any-failure web-1/front: not paged, because it is inhibited by down of web-1/front"));
    }

    @Test
    void routesByLabelsAndContinues() {
        TestEngine engine = running("""
                channels: { mail: { fake: {} }, chat: { fake: {} }, night: { fake: {} } }
                receivers: { all: { tell: mail }, web: { tell: chat }, audit: { tell: night } }
                routing:
                  receiver: all
                  routes:
                    - { match: severity=~"high|critical", receiver: audit, continue: true }
                    - { match: host=~"web-.*", receiver: web }
                """);

        fails(engine, Duration.ofMinutes(3));

        assertThat(engine.sent()).extracting(sent -> sent.split(" ")[0]).containsExactlyInAnyOrder("night", "chat");
    }

    @Test
    void eachRouteEndsWhatItBegan() {
        TestEngine engine = running("""
                channels: { mail: { fake: {} }, pager: { fake: {} } }
                receivers: { all: { tell: mail }, urgent: { tell: pager } }
                routing:
                  receiver: all
                  routes:
                    - { match: severity="high", receiver: urgent, continue: true }
                    - { match: host=~".*", receiver: all }
                """);
        fails(engine, Duration.ofMinutes(3));
        acknowledge(engine);
        probe.comesUp(FRONT);
        engine.runFor(Duration.ofMinutes(3));

        assertThat(engine.sent()).hasSize(6);
        for (String channel : List.of("mail", "pager")) {
            List<Notice> own = engine.notices().stream()
                    .filter(notice -> notice.channel().value().equals(channel))
                    .toList();
            assertThat(own)
                    .extracting(Notice::kind)
                    .containsExactly(Notice.Kind.FIRING, Notice.Kind.ACKNOWLEDGED, Notice.Kind.RESOLVED);
            assertThat(own)
                    .extracting(Notice::episode)
                    .containsOnly(own.getFirst().episode());
        }
    }

    @Test
    void anotherRoutingPagesNobodyAgainAndGoesOnToEscalate() {
        TestEngine engine = running(Policies.USUAL);
        fails(engine, Duration.ofMinutes(3));

        engine.tell(
                new Event.SiteLoaded(site(Policies.USUAL + "routing: { routes: [ { match: host=~\"web.*\" } ] }\n")));
        engine.runFor(Duration.ofMinutes(15));
        probe.comesUp(FRONT);
        engine.runFor(Duration.ofMinutes(3));

        assertThat(engine.sent())
                .extracting(sent -> sent.substring(0, sent.indexOf(' ', 5)))
                .containsExactly("mail FIRING", "chat ESCALATION", "chat RESOLVED", "mail RESOLVED");
    }

    @Test
    void nothingIsGivenUpWhileNoSiteIsInForce() {
        TestEngine first = running(Policies.USUAL);
        first.deliveries(_ -> new Delivery.Retry("HTTP 503", Optional.empty()));
        fails(first, Duration.ofMinutes(3));

        TestEngine second = TestEngine.unconfigured(first.restorable(), clock, probe);
        second.runFor(Duration.ofSeconds(5));

        assertThat(second.state().alerting().outbox().dead()).isEmpty();
        assertThat(second.state().alerting().outbox().waiting()).isEqualTo(1);
        assertThat(second.state().alerting().groups()).hasSize(1);
    }

    @Test
    void aMutedIntervalHoldsAndReleases() {
        TestEngine engine = running("""
                channels: { mail: { fake: {} } }
                receivers: { ops: { tell: mail } }
                intervals: { breakfast: { any: [ { times: ["09:00-09:30"], zone: UTC } ] } }
                routing: { muted: breakfast }
                """);

        fails(engine, Duration.ofMinutes(20));
        List<String> during = List.copyOf(engine.sent());
        engine.runFor(Duration.ofMinutes(12));

        assertThat(during).isEmpty();
        assertThat(engine.sent()).hasSize(1);
    }

    @Test
    void tellsWhoeverIsOnCall() {
        TestEngine engine = running("""
                channels: { a: { fake: {} }, b: { fake: {} } }
                people: { anna: { channels: a }, ben: { channels: b } }
                rotas:
                  primary: { people: [anna, ben], hand-over: "mon 09:05", every: 7d, starts: 2025-12-29, zone: UTC }
                receivers: { ops: { tell: "rota:primary" } }
                """);

        fails(engine, Duration.ofMinutes(3));
        probe.comesUp(FRONT);
        engine.runFor(Duration.ofMinutes(10));
        fails(engine, Duration.ofMinutes(5));

        assertThat(engine.sent())
                .extracting(sent -> sent.substring(0, sent.indexOf(' ', 2)))
                .containsExactly("a FIRING", "a RESOLVED", "b FIRING");
    }

    @Test
    void aFlappingCheckIsToldOnceAndOnceWhenItSettles() {
        Site site = Sites.site()
                .every(Duration.ofSeconds(30))
                .unhealthyAfter(1)
                .healthyAfter(1)
                .host("web-1", "front")
                .build();
        TestEngine engine = running(site, Policies.USUAL + "routing: { group-wait: 0s, group-interval: 1s }\n");

        for (int round = 0; round < 30; round++) {
            probe.goesDown(FRONT, Reason.REFUSED);
            engine.runFor(Duration.ofSeconds(30));
            probe.comesUp(FRONT);
            engine.runFor(Duration.ofSeconds(30));
        }
        engine.runFor(Duration.ofMinutes(15));

        List<String> flapping = engine.sent().stream()
                .filter(sent -> sent.startsWith("mail") && sent.contains("flaps"))
                .toList();
        assertThat(flapping).hasSize(2);
        assertThat(flapping.getFirst()).startsWith("mail FIRING");
        assertThat(engine.sent().size()).isLessThan(12);
    }

    @Test
    void aWorseSeverityIsNews() {
        TestEngine engine = running(Policies.USUAL + """
                alerts:
                  certificate: { when: cert_days_left < 30, severity: low, levels: { critical: cert_days_left < 7 } }
                """);

        probe.measures(FRONT, "cert_days_left", 20);
        engine.runFor(Duration.ofMinutes(3));
        acknowledge(engine);
        probe.measures(FRONT, "cert_days_left", 20);
        engine.runFor(Duration.ofMinutes(3));
        Severity first = engine.notices().getFirst().severity();

        assertThat(first).isEqualTo(Severity.LOW);
    }

    @Test
    void aConditionHasToHoldForItsTime() {
        TestEngine engine = running(Policies.USUAL + "alerts: { slow: { when: latency > 1ms, for: 5m } }\n");

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
                running(Sites.site().every(Duration.ofSeconds(30)).hosts(4).build(), Policies.USUAL + """
                        alerts:
                          down: { enabled: false }
                          many: { each: group, when: count(state == DOWN) > 2, severity: critical }
                        """);

        probe.goesDown("host-0/check", Reason.REFUSED);
        probe.goesDown("host-1/check", Reason.REFUSED);
        engine.runFor(Duration.ofMinutes(4));
        List<String> two = List.copyOf(engine.sent());
        probe.goesDown("host-2/check", Reason.REFUSED);
        engine.runFor(Duration.ofMinutes(4));

        assertThat(two).isEmpty();
        assertThat(engine.sent()).hasSize(1).first().asString().contains("3 of 4");
    }

    @Test
    void aRestartTellsNobodyAgain() {
        TestEngine first = running(Policies.USUAL);
        fails(first, Duration.ofMinutes(5));

        TestEngine second = TestEngine.restored(first.restorable(), site(Policies.USUAL), clock, probe);
        second.runFor(Duration.ofMinutes(4));
        List<String> afterRestart = List.copyOf(second.sent());
        probe.comesUp(FRONT);
        second.runFor(Duration.ofMinutes(4));

        assertThat(first.sent()).hasSize(1);
        assertThat(afterRestart).isEmpty();
        assertThat(second.sent()).containsExactly("mail RESOLVED over: web-1/front is down: connection refused");
    }

    @Test
    void aFailedDeliveryIsTriedAgainUntilItIsAccepted() {
        TestEngine engine = running(Policies.USUAL);
        int[] tries = {0};
        engine.deliveries(
                _ -> ++tries[0] < 4 ? new Delivery.Retry("HTTP 503", Optional.empty()) : Delivery.Accepted.PLAIN);

        fails(engine, Duration.ofMinutes(5));

        assertThat(tries[0]).isEqualTo(4);
        assertThat(engine.notices())
                .extracting(Notice::idempotencyKey)
                .containsOnly(engine.notices().getFirst().idempotencyKey());
    }

    @Test
    void aRefusedNoticeIsKeptAndCanBeSentAgain() {
        TestEngine engine = running("{ channels: { mail: { fake: {} } }, receivers: { ops: { tell: mail } } }\n");
        engine.deliveries(_ -> new Delivery.Refused("HTTP 401"));
        fails(engine, Duration.ofMinutes(3));

        engine.deliveries(_ -> Delivery.Accepted.PLAIN);
        int dead = engine.state().alerting().outbox().dead().size();
        engine.tell(new Event.ResendNotice(
                engine.state().alerting().outbox().dead().getFirst().id(), TestEngine.ALICE));

        assertThat(dead).isEqualTo(1);
        assertThat(engine.state().alerting().outbox().dead()).isEmpty();
        assertThat(engine.sent()).hasSize(2);
    }

    @Test
    void pausingTheCheckEndsItsAlert() {
        TestEngine engine = running(Policies.USUAL);
        fails(engine, Duration.ofMinutes(5));

        engine.tell(new Event.Pause(List.of(CheckId.parse(FRONT)), TestEngine.ALICE));
        engine.runFor(MINUTE);

        assertThat(engine.sent()).last().asString().startsWith("mail RESOLVED");
    }

    @Test
    void aSiteWithoutTheRuleEndsItsAlerts() {
        TestEngine engine = running(Policies.USUAL);
        fails(engine, Duration.ofMinutes(5));

        engine.tell(new Event.SiteLoaded(site(Policies.USUAL + "alerts: { down: { enabled: false } }\n")));
        engine.runFor(MINUTE);

        assertThat(engine.sent()).last().asString().startsWith("mail RESOLVED");
    }

    @Test
    void theSameEventsGiveTheSameDecisions() {
        TestEngine first = running(Policies.USUAL);
        fails(first, Duration.ofMinutes(15));
        TestClock again = TestClock.at("2026-01-05T09:00:00Z");
        FakeProbe sound = new FakeProbe();
        TestEngine second = TestEngine.of(site(Policies.USUAL), again, sound);
        second.runFor(MINUTE);
        sound.goesDown(FRONT, Reason.REFUSED);
        second.runFor(Duration.ofMinutes(15));

        assertThat(second.entries().toString()).isEqualTo(first.entries().toString());
    }

    private void fails(TestEngine engine, Duration duration) {
        probe.goesDown(FRONT, Reason.REFUSED);
        engine.runFor(duration);
    }

    private void failsUntilItFires(TestEngine engine) {
        probe.goesDown(FRONT, Reason.REFUSED);
        while (engine.state().alerting().book().all().noneMatch(Alert::isFiring)) {
            engine.runFor(Duration.ofSeconds(1));
        }
    }

    private static void acknowledge(TestEngine engine) {
        engine.tell(new Event.AcknowledgeAlerts(ids(engine), TestEngine.ALICE, "on it", Optional.empty()));
    }

    private static List<AlertId> ids(TestEngine engine) {
        return engine.state().alerting().book().all().map(Alert::id).toList();
    }

    private static Site site(String policy) {
        return Policies.on(
                Sites.site()
                        .every(Duration.ofSeconds(30))
                        .host("web-1", "front")
                        .build(),
                policy);
    }

    private TestEngine running(String policy) {
        return running(
                Sites.site()
                        .every(Duration.ofSeconds(30))
                        .host("web-1", "front")
                        .build(),
                policy);
    }

    private TestEngine running(Site site, String policy) {
        TestEngine engine = TestEngine.of(Policies.on(site, policy), clock, probe);
        engine.runFor(MINUTE);
        return engine;
    }
}
