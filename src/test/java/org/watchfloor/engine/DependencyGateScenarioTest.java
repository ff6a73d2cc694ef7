package org.watchfloor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.watchfloor.config.Site;
import org.watchfloor.gate.Breaker;
import org.watchfloor.gate.GateId;
import org.watchfloor.gate.Hand;
import org.watchfloor.gate.Position;
import org.watchfloor.model.Reason;

/** Checks of several hosts that call the same thing share the breaker before it. */
class DependencyGateScenarioTest {
    private static final GateId PAYMENTS = new GateId(GateId.Kind.DEPENDENCY, "payments");
    private static final String SITE = """
            defaults: { every: 10s, timeout: 5s, unhealthy-after: 2, healthy-after: 2 }
            hosts:
              shop-1: { address: 192.0.2.1, checks: { pay: { fake: { name: shop-1/pay }, dependency: payments }, up: { fake: { name: shop-1/up } } } }
              shop-2: { address: 192.0.2.2, checks: { pay: { fake: { name: shop-2/pay }, dependency: payments } } }
            """;

    private final TestClock clock = TestClock.at("2026-01-05T09:00:00Z");
    private final FakeProbe probe = new FakeProbe();

    @Test
    void itOpensByWhatBothSeeAndTheHostsAreNotBlamed() {
        TestEngine engine = running(SITE);
        goesSilent();

        engine.runFor(Duration.ofSeconds(35));

        assertThat(gate(engine, PAYMENTS).position()).isInstanceOf(Position.Open.class);
        assertThat(gate(engine, host("shop-1")).position()).isInstanceOf(Position.Closed.class);
        assertThat(gate(engine, host("shop-2")).counts().total()).isZero();
    }

    @Test
    void allThatCallItAreSlowedDownAndNothingElseIs() {
        TestEngine engine = running(SITE);
        goesSilent();
        engine.runFor(Duration.ofMinutes(2));
        int before = engine.starts().size();

        engine.runFor(Duration.ofMinutes(10));

        assertThat(engine.starts().size() - before).isBetween(60 + 2 * 10 - 4, 60 + 2 * 10 + 4);
        assertThat(engine.transitions()).noneMatch(row -> row.contains("STALE"));
    }

    @Test
    void itsChecksSayThatItIsShut() {
        TestEngine engine = running(SITE);
        engine.tell(new Event.SetGate(PAYMENTS, Hand.FORCED_OPEN, TestEngine.ALICE, "they said so"));

        assertThat(engine.state().layout().checks())
                .filteredOn(check -> check.dependency().isPresent())
                .hasSize(2)
                .allSatisfy(check -> assertThat(engine.state().gates().mark(check))
                        .isEqualTo(Optional.of(new Mark.GateShut(PAYMENTS, clock.instant()))));
    }

    private void goesSilent() {
        probe.goesDown("shop-1/pay", Reason.CONNECT_TIMEOUT);
        probe.goesDown("shop-2/pay", Reason.REFUSED);
    }

    private TestEngine running(String text) {
        Site site = new WrittenSites(probe).site(text);
        TestEngine engine = TestEngine.of(site, clock, probe);
        engine.runFor(Duration.ofMinutes(1));
        return engine;
    }

    private static GateId host(String name) {
        return new GateId(GateId.Kind.HOST, name);
    }

    private static Breaker gate(TestEngine engine, GateId gate) {
        return engine.state().gates().find(gate).orElseThrow();
    }
}
