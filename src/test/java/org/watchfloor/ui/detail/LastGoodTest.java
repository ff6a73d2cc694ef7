package org.watchfloor.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.gate.Breaker;
import org.watchfloor.gate.BreakerPolicy;
import org.watchfloor.gate.GateId;
import org.watchfloor.health.CheckHealth;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.State;
import org.watchfloor.ui.Worlds;
import org.watchfloor.ui.fx.Formats;

/** Which values are shown while there are no new ones. */
class LastGoodTest {
    private static final String WHY = "held back by the rate limit of host db-1 (2 calls per 1 s)";
    private static final String CHECK = "db-1/postgres";

    private final Worlds world = Shops.broken();

    @Test
    void areThoseOfTheLatestLookWhileItIsMade() {
        assertThat(shown().mark()).isEmpty();
        assertThat(shown().values()).isEqualTo(health().last());
    }

    @Test
    void areMarkedAsStaleWhileLimitsHoldItBack() {
        world.heldBack(CHECK, WHY);

        assertThat(shown().mark()).matches("stale since 12:0\\d:\\d\\d UTC: .*").endsWith(": " + WHY);
        assertThat(shown().values()).isEqualTo(health().last()).isPresent();
    }

    @Test
    void areMarkedAsStaleWhileNothingIsSeenOfIt() {
        world.set(CHECK, State.STALE, Duration.ofMinutes(3));

        assertThat(shown().mark()).endsWith("nothing was seen of it since");
    }

    @Test
    void areMarkedAsStaleWhileItsBreakerIsOpen() {
        GateId gate = new GateId(GateId.Kind.HOST, "db-1");
        world.gates(
                Map.of(gate, Breaker.closed(BreakerPolicy.DEFAULT, Worlds.NOON).keptOpen(Worlds.NOON)));

        assertThat(shown().mark()).endsWith("the breaker host:db-1 is open");
    }

    private LastGood shown() {
        Snapshot now = world.snapshot();
        return LastGood.of(health(), now.state(), new Formats(ZoneOffset.UTC), now.at());
    }

    private CheckHealth health() {
        Optional<CheckHealth> found = world.snapshot().check(CheckId.parse(CHECK));
        return found.orElseThrow();
    }
}
