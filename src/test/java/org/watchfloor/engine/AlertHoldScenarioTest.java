package org.watchfloor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.watchfloor.alert.Alert;
import org.watchfloor.config.Need;
import org.watchfloor.config.Site;
import org.watchfloor.model.HostId;
import org.watchfloor.model.Notice;
import org.watchfloor.model.Reason;

/** What keeps an alert from being paged: for how long, and why. */
class AlertHoldScenarioTest {
    private final WebAlarm web = new WebAlarm();

    @Test
    void oneCauseWithFortyConsequencesIsOneMessage() {
        Sites sites = Sites.site().every(Duration.ofSeconds(30)).host("gw-1", "ping");
        for (int number = 1; number <= 40; number++) {
            sites.host("web-" + number, "front").behind(Need.of(new HostId("gw-1")));
        }
        TestEngine engine = web.running(sites.build(), Policies.USUAL);

        web.probe.goesDown("gw-1/ping", Reason.CONNECT_TIMEOUT);
        for (int number = 1; number <= 40; number++) {
            web.probe.goesDown("web-" + number + "/front", Reason.CONNECT_TIMEOUT);
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
        TestEngine engine = web.running(sites.build(), Policies.USUAL);

        web.probe.goesDown(WebAlarm.FRONT, Reason.CONNECT_TIMEOUT);
        engine.runFor(Duration.ofSeconds(32));
        boolean fired = engine.state().alerting().book().all().anyMatch(Alert::isFiring);
        web.probe.goesDown("gw-1/ping", Reason.CONNECT_TIMEOUT);
        engine.runFor(Duration.ofMinutes(4));

        assertThat(fired).isTrue();
        assertThat(engine.sent()).containsExactly("mail FIRING gw-1/ping is down: no connection in time");
        assertThat(engine.verdicts()).contains("HELD down web-1/front: not paged, because it lies behind gw-1");
    }

    @Test
    void aReloadDoesNotCutTheFirstWaitShort() {
        Site site = Policies.on(
                Sites.site()
                        .every(Duration.ofSeconds(10))
                        .host("web-1", "front")
                        .behind(Need.of(new HostId("gw-1")))
                        .host("gw-1", "ping")
                        .build(),
                Policies.USUAL);
        TestEngine engine = TestEngine.of(site, web.clock, web.probe);
        engine.runFor(Duration.ofMinutes(1));
        web.failsUntilItFires(engine);

        engine.tell(new Event.SiteLoaded(site));
        web.probe.goesDown("gw-1/ping", Reason.CONNECT_TIMEOUT);
        engine.runFor(Duration.ofMinutes(4));

        assertThat(engine.sent()).containsExactly("mail FIRING gw-1/ping is down: no connection in time");
    }

    @Test
    void aStormIsAHandfulOfMessages() {
        TestEngine engine = web.running(
                Sites.site().every(Duration.ofSeconds(30)).hosts(500).build(), Policies.USUAL);

        for (int number = 0; number < 500; number++) {
            web.probe.goesDown("host-" + number + "/check", Reason.REFUSED);
        }
        engine.runFor(Duration.ofMinutes(6));

        assertThat(engine.sent()).hasSizeLessThanOrEqualTo(3);
        Notice last = engine.notices().getLast();
        assertThat(last.alerts().size() + last.more()).isEqualTo(500);
    }

    @Test
    void aSilencePausesPagesButNeitherStatesNorTheEnd() {
        TestEngine engine = web.running(Policies.USUAL + """
                silences:
                  upgrade:
                    match: host="web-1"
                    from: 2026-01-05T09:00:00Z
                    until: 2026-01-05T09:20:00Z
                    author: mara
                    reason: upgrade
                """);

        web.fails(engine, Duration.ofMinutes(15));
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
        TestEngine engine = web.running(Policies.USUAL + """
                maintenance:
                  weekly: { hosts: web-*, cron: "0 9 * * mon", lasts: 30m, zone: UTC }
                """);

        web.fails(engine, Duration.ofMinutes(20));
        List<String> during = List.copyOf(engine.sent());
        engine.runFor(Duration.ofMinutes(12));

        assertThat(during).isEmpty();
        assertThat(engine.sent()).hasSize(1);
    }

    @Test
    void inhibitionHoldsWhatAnotherAlertExplains() {
        TestEngine engine = web.running(Policies.USUAL + """
                routing: { group-wait: 2m }
                alerts:
                  any-failure: { when: failed == 1, severity: low }
                inhibitions:
                  explained: { source: rule="down", target: rule="any-failure", equal: [host, check] }
                """);

        web.fails(engine, Duration.ofMinutes(4));

        assertThat(engine.sent()).containsExactly("mail FIRING web-1/front is down: connection refused");
        assertThat(engine.verdicts())
                .anyMatch(verdict -> verdict.startsWith(
                        "HELD any-failure web-1/front: not paged, because it is inhibited by down of web-1/front"));
    }

    @Test
    void aMutedIntervalHoldsAndReleases() {
        TestEngine engine = web.running("""
                channels: { mail: { fake: {} } }
                receivers: { ops: { tell: mail } }
                intervals: { breakfast: { any: [ { times: ["09:00-09:30"], zone: UTC } ] } }
                routing: { muted: breakfast }
                """);

        web.fails(engine, Duration.ofMinutes(20));
        List<String> during = List.copyOf(engine.sent());
        engine.runFor(Duration.ofMinutes(12));

        assertThat(during).isEmpty();
        assertThat(engine.sent()).hasSize(1);
    }

    @Test
    void whatLiesBehindAFlappingHostDoesNotFlapItself() {
        Site site = Sites.site()
                .every(Duration.ofSeconds(20))
                .unhealthyAfter(2)
                .healthyAfter(2)
                .host("gw-1", "ping")
                .host("web-1", "front")
                .behind(Need.of(new HostId("gw-1")))
                .build();
        TestEngine engine = web.running(site, Policies.USUAL + "routing: { group-by: [host] }\n");

        for (int round = 0; round < 12; round++) {
            web.probe.goesDown("gw-1/ping", Reason.CONNECT_TIMEOUT);
            web.probe.goesDown(WebAlarm.FRONT, Reason.CONNECT_TIMEOUT);
            engine.runFor(Duration.ofMinutes(1));
            web.probe.comesUp("gw-1/ping");
            web.probe.comesUp(WebAlarm.FRONT);
            engine.runFor(Duration.ofMinutes(1));
        }

        assertThat(engine.sent())
                .anyMatch(sent -> sent.contains("gw-1/ping flaps"))
                .noneMatch(sent -> sent.contains("web-1"));
    }

    @Test
    void aFlappingCheckIsToldOnceAndOnceWhenItSettles() {
        Site site = Sites.site()
                .every(Duration.ofSeconds(30))
                .unhealthyAfter(1)
                .healthyAfter(1)
                .host("web-1", "front")
                .build();
        TestEngine engine = web.running(site, Policies.USUAL + "routing: { group-wait: 0s, group-interval: 1s }\n");

        for (int round = 0; round < 30; round++) {
            web.probe.goesDown(WebAlarm.FRONT, Reason.REFUSED);
            engine.runFor(Duration.ofSeconds(30));
            web.probe.comesUp(WebAlarm.FRONT);
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
}
