package org.watchfloor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.watchfloor.model.Notice;
import org.watchfloor.notify.Delivery;

/** Whom an alert reaches, by which channel, and across restarts and refusals. */
class AlertRoutingScenarioTest {
    private final WebAlarm web = new WebAlarm();

    @Test
    void routesByLabelsAndContinues() {
        TestEngine engine = web.running("""
                channels: { mail: { fake: {} }, chat: { fake: {} }, night: { fake: {} } }
                receivers: { all: { tell: mail }, web: { tell: chat }, audit: { tell: night } }
                routing:
                  receiver: all
                  routes:
                    - { match: severity=~"high|critical", receiver: audit, continue: true }
                    - { match: host=~"web-.*", receiver: web }
                """);

        web.fails(engine, Duration.ofMinutes(3));

        assertThat(engine.sent()).extracting(sent -> sent.split(" ")[0]).containsExactlyInAnyOrder("night", "chat");
    }

    @Test
    void eachRouteEndsWhatItBegan() {
        TestEngine engine = web.running("""
                channels: { mail: { fake: {} }, pager: { fake: {} } }
                receivers: { all: { tell: mail }, urgent: { tell: pager } }
                routing:
                  receiver: all
                  routes:
                    - { match: severity="high", receiver: urgent, continue: true }
                    - { match: host=~".*", receiver: all }
                """);
        web.fails(engine, Duration.ofMinutes(3));
        WebAlarm.acknowledge(engine);
        web.probe.comesUp(WebAlarm.FRONT);
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
        TestEngine engine = web.running(Policies.USUAL);
        web.fails(engine, Duration.ofMinutes(3));

        engine.tell(new Event.SiteLoaded(
                WebAlarm.site(Policies.USUAL + "routing: { routes: [ { match: host=~\"web.*\" } ] }\n")));
        engine.runFor(Duration.ofMinutes(15));
        web.probe.comesUp(WebAlarm.FRONT);
        engine.runFor(Duration.ofMinutes(3));

        assertThat(engine.sent())
                .extracting(sent -> sent.substring(0, sent.indexOf(' ', 5)))
                .containsExactly("mail FIRING", "chat ESCALATION", "chat RESOLVED", "mail RESOLVED");
    }

    @Test
    void nothingIsGivenUpWhileNoSiteIsInForce() {
        TestEngine first = web.running(Policies.USUAL);
        first.deliveries(_ -> new Delivery.Retry("HTTP 503", Optional.empty()));
        web.fails(first, Duration.ofMinutes(3));

        TestEngine second = TestEngine.unconfigured(first.restorable(), web.clock, web.probe);
        second.runFor(Duration.ofSeconds(5));

        assertThat(second.state().alerting().outbox().dead()).isEmpty();
        assertThat(second.state().alerting().outbox().waiting()).isEqualTo(1);
        assertThat(second.state().alerting().groups()).hasSize(1);
    }

    @Test
    void tellsWhoeverIsOnCall() {
        TestEngine engine = web.running("""
                channels: { a: { fake: {} }, b: { fake: {} } }
                people: { anna: { channels: a }, ben: { channels: b } }
                rotas:
                  primary: { people: [anna, ben], hand-over: "mon 09:05", every: 7d, starts: 2025-12-29, zone: UTC }
                receivers: { ops: { tell: "rota:primary" } }
                """);

        web.fails(engine, Duration.ofMinutes(3));
        web.probe.comesUp(WebAlarm.FRONT);
        engine.runFor(Duration.ofMinutes(10));
        web.fails(engine, Duration.ofMinutes(5));

        assertThat(engine.sent())
                .extracting(sent -> sent.substring(0, sent.indexOf(' ', 2)))
                .containsExactly("a FIRING", "a RESOLVED", "b FIRING");
    }

    @Test
    void aRestartTellsNobodyAgain() {
        TestEngine first = web.running(Policies.USUAL);
        web.fails(first, Duration.ofMinutes(5));

        TestEngine second =
                TestEngine.restored(first.restorable(), WebAlarm.site(Policies.USUAL), web.clock, web.probe);
        second.runFor(Duration.ofMinutes(4));
        List<String> afterRestart = List.copyOf(second.sent());
        web.probe.comesUp(WebAlarm.FRONT);
        second.runFor(Duration.ofMinutes(4));

        assertThat(first.sent()).hasSize(1);
        assertThat(afterRestart).isEmpty();
        assertThat(second.sent()).containsExactly("mail RESOLVED over: web-1/front is down: connection refused");
    }

    @Test
    void aFailedDeliveryIsTriedAgainUntilItIsAccepted() {
        TestEngine engine = web.running(Policies.USUAL);
        int[] tries = {0};
        engine.deliveries(
                _ -> ++tries[0] < 4 ? new Delivery.Retry("HTTP 503", Optional.empty()) : Delivery.Accepted.PLAIN);

        web.fails(engine, Duration.ofMinutes(5));

        assertThat(tries[0]).isEqualTo(4);
        assertThat(engine.notices())
                .extracting(Notice::idempotencyKey)
                .containsOnly(engine.notices().getFirst().idempotencyKey());
    }

    @Test
    void aRefusedNoticeIsKeptAndCanBeSentAgain() {
        TestEngine engine = web.running("{ channels: { mail: { fake: {} } }, receivers: { ops: { tell: mail } } }\n");
        engine.deliveries(_ -> new Delivery.Refused("HTTP 401"));
        web.fails(engine, Duration.ofMinutes(3));

        engine.deliveries(_ -> Delivery.Accepted.PLAIN);
        int dead = engine.state().alerting().outbox().dead().size();
        engine.tell(new Event.ResendNotice(
                engine.state().alerting().outbox().dead().getFirst().id(), TestEngine.ALICE));

        assertThat(dead).isEqualTo(1);
        assertThat(engine.state().alerting().outbox().dead()).isEmpty();
        assertThat(engine.sent()).hasSize(2);
    }
}
