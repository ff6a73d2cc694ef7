package org.watchfloor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.watchfloor.config.Site;
import org.watchfloor.model.Reason;
import org.watchfloor.recovery.action.AutomationLevel;
import org.watchfloor.recovery.action.Status;

/** What is switched off as a whole, and on again, while the console runs. */
class FeatureScenarioTest {
    private final TestClock clock = TestClock.at("2026-01-05T09:00:00Z");
    private final FakeProbe probe = new FakeProbe();

    @Test
    void withoutRecoveryNothingBeginsByItselfAndWhatWouldHaveIsOnRecord() {
        TestEngine engine = running("features: { recovery: false }");

        fails(engine);

        assertThat(new Acted(engine).actions()).singleElement().satisfies(action -> {
            assertThat(action.status()).isEqualTo(Status.REFUSED);
            assertThat(action.said())
                    .isEqualTo("would have begun by itself if recovery is switched on,"
                            + " but it is switched off by features: recovery");
        });
        assertThat(new Acted(engine).start("again").status()).isEqualTo(Status.IN_PROGRESS);
    }

    @Test
    void withoutRetriesOrFailoverTheirRunbooksBeginForNobodyAndTheNextOneIsTaken() {
        TestEngine engine = running("features: { retries: false, failover: false }");

        fails(engine);

        assertThat(new Acted(engine).last("again").said())
                .isEqualTo("it needs that retries are switched on, but they are switched off by features: retries");
        assertThat(new Acted(engine).last("move").said())
                .isEqualTo("it needs that failover is switched on, but it is switched off by features: failover");
        assertThat(new Acted(engine).last("plain").status()).isEqualTo(Status.IN_PROGRESS);
        assertThat(new Acted(engine).start("move").status()).isEqualTo(Status.REFUSED);
    }

    @Test
    void whatIsSwitchedOnAgainIsThereForTheNextFailure() {
        TestEngine engine = running("features: { recovery: false }");
        engine.tell(new Event.SiteLoaded(site("")));

        fails(engine);

        assertThat(new Acted(engine).last("again").status()).isNotEqualTo(Status.REFUSED);
    }

    @Test
    void withoutBreakersNoCheckIsSlowedDown() {
        TestEngine engine = running("features: { breakers: false, recovery: false }");
        fails(engine);
        engine.runFor(Duration.ofMinutes(5));
        int before = engine.starts().size();

        engine.runFor(Duration.ofMinutes(1));

        assertThat(engine.starts().size() - before).isEqualTo(12);
        assertThat(engine.entries()).noneMatch(Entry.GateMoved.class::isInstance);
    }

    private void fails(TestEngine engine) {
        probe.goesDown(Acted.FRONT, Reason.REFUSED);
        engine.runFor(Duration.ofSeconds(25));
    }

    private TestEngine running(String features) {
        TestEngine engine = TestEngine.of(site(features), clock, probe);
        engine.tell(new Event.SetAutomation(
                Optional.empty(), Optional.of(AutomationLevel.FULL), Optional.empty(), TestEngine.ALICE, "trial"));
        engine.runFor(Duration.ofMinutes(1));
        return engine;
    }

    private Site site(String features) {
        return new WrittenSites(probe).site(features + "\n" + """
                defaults: { every: 10s, timeout: 5s, unhealthy-after: 2, healthy-after: 2 }
                hosts:
                  web-1: { address: 192.0.2.1, checks: { up: { fake: { name: web-1/up } } } }
                  web-2: { address: 192.0.2.2, checks: { up: { fake: { name: web-2/up } } } }
                services:
                  shop: { type: api, instances: [web-1/up, web-2/up] }
                runbooks:
                  again:
                    for: { failures: [connection-refused] }
                    priority: 10
                    steps: [ { retry: {} } ]
                    proof: { checks: [this], green-for: 0s, within: 1m }
                  move:
                    for: { failures: [connection-refused] }
                    priority: 20
                    steps: [ { failover: { service: shop } } ]
                    proof: { checks: [this], green-for: 0s, within: 1m }
                  plain:
                    for: { failures: [connection-refused] }
                    priority: 30
                    steps: [ { command: { argv: [/bin/plain] } } ]
                    proof: { checks: [this], green-for: 0s, within: 1m }
                """);
    }
}
