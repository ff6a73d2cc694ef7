package org.watchfloor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.watchfloor.config.Site;
import org.watchfloor.model.Notice;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.Reason;
import org.watchfloor.model.State;
import org.watchfloor.notify.Delivery;

/** Nobody is paged of what lies behind a trouble, in whatever order and after whatever interruption it is found out. */
class UpstreamScenarioTest {
    private static final String TELLING = """
            channels: { mail: { fake: {} } }
            receivers: { ops: { tell: mail } }
            routing: { group-by: [host], group-wait: 60s, group-interval: 1s }
            """;

    private final TestClock clock = TestClock.at("2026-01-05T09:00:00Z");
    private final FakeProbe probe = new FakeProbe();

    @Test
    void aRestartDoesNotShortenTheWaitForWhatLiesUpstream() {
        Site site = site("""
                hosts:
                  gw: { address: 192.0.2.1, checks: { up: { fake: { name: gw/up }, unhealthy-after: 4 } } }
                  web: { address: 192.0.2.2, parents: [gw], checks: { up: { fake: { name: web/up } } } }
                """);
        TestEngine engine = running(site);
        down("gw/up", "web/up");
        engine.runFor(Duration.ofSeconds(50));
        assertThat(engine.state("web/up")).isEqualTo(State.DOWN);

        engine.restartAfter(Duration.ofSeconds(70), site);
        engine.runFor(Duration.ofMinutes(5));

        assertThat(pagedHosts(engine)).containsExactly("gw");
    }

    @Test
    void aRecoveryFurtherUpPagesNobodyOfWhatLiesBehindTheNextTrouble() {
        TestEngine engine = running(site("""
                hosts:
                  core: { address: 192.0.2.1, checks: { up: { fake: { name: core/up } } } }
                  gw: { address: 192.0.2.2, parents: [core], checks: { up: { fake: { name: gw/up }, unhealthy-after: 4 } } }
                  web: { address: 192.0.2.3, parents: [gw], checks: { up: { fake: { name: web/up } } } }
                """));
        down("web/up");
        engine.runFor(Duration.ofSeconds(40));
        down("core/up", "gw/up");
        engine.runFor(Duration.ofMinutes(10));

        probe.comesUp("core/up");
        engine.runFor(Duration.ofMinutes(10));

        assertThat(pagedHosts(engine)).containsExactly("core", "gw");
    }

    @Test
    void whatIsDownBehindSomethingThatWorksAgainIsLookedAtAtOnce() {
        TestEngine engine = running(site("""
                breakers: { hosts: { failures: 3, reset: 30m } }
                hosts:
                  gw: { address: 192.0.2.1, checks: { up: { fake: { name: gw/up } } } }
                  web: { address: 192.0.2.2, parents: [gw], checks: { up: { fake: { name: web/up } } } }
                """));
        probe.answers("gw/up", new Outcome.Degraded(Reason.THRESHOLD, "drops packets"));
        down("web/up");
        engine.runFor(Duration.ofMinutes(10));
        assertThat(engine.state("web/up")).isEqualTo(State.DOWN);

        probe.comesUp("gw/up");
        probe.comesUp("web/up");
        engine.runFor(Duration.ofSeconds(90));

        assertThat(engine.state("web/up")).isEqualTo(State.UP);
    }

    private static List<String> pagedHosts(TestEngine engine) {
        return engine.notices().stream()
                .filter(notice -> notice.kind() == Notice.Kind.FIRING)
                .flatMap(notice -> notice.alerts().stream())
                .map(alert -> alert.labels().get("host"))
                .distinct()
                .toList();
    }

    private void down(String... checks) {
        for (String check : checks) {
            probe.goesDown(check, Reason.CONNECT_TIMEOUT);
        }
    }

    private TestEngine running(Site site) {
        TestEngine engine = TestEngine.of(site, clock, probe);
        engine.deliveries(_ -> Delivery.Accepted.PLAIN);
        engine.runFor(Duration.ofMinutes(1));
        return engine;
    }

    private Site site(String hosts) {
        return new WrittenSites(probe)
                .site("defaults: { every: 20s, unhealthy-after: 2, healthy-after: 2 }\n" + hosts + TELLING);
    }
}
