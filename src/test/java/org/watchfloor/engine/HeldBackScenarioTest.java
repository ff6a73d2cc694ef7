package org.watchfloor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.watchfloor.health.CheckHealth;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.Reason;
import org.watchfloor.model.State;

/** Looks are held back by limits: what the operator is told, and what not. */
class HeldBackScenarioTest {
    private static final CheckId FRONT = CheckId.parse("web-1/front");
    private static final String WHY = "held back by the rate limit of host web-1 (20 calls per 1 s)";

    private final TestClock clock = TestClock.at("2026-01-05T09:00:00Z");
    private final FakeProbe probe = new FakeProbe();
    private final TestEngine engine =
            TestEngine.of(Sites.site().host("web-1", "front").build(), clock, probe);

    @Test
    void keepsItsStateAndItsLastValuesAndSaysWhy() {
        engine.runFor(Duration.ofMinutes(5));
        CheckHealth before = engine.health("web-1/front");
        for (int look = 0; look < 10; look++) {
            engine.tell(new Event.HeldBack(FRONT, clock.instant(), WHY));
        }

        CheckHealth after = engine.health("web-1/front");
        assertThat(after.state()).isEqualTo(State.UP);
        assertThat(after.hard()).isEqualTo(State.UP);
        assertThat(after.last()).isEqualTo(before.last());
        assertThat(after.message()).isEqualTo(WHY);
        assertThat(after.heldBack().orElseThrow().since()).isEqualTo(clock.instant());
    }

    @Test
    void countsNothingTowardsAFailureAndForgetsItWithTheNextLook() {
        engine.runFor(Duration.ofMinutes(5));
        probe.goesDown("web-1/front", Reason.REFUSED);
        engine.runFor(Duration.ofSeconds(30));
        CheckHealth once = engine.health("web-1/front");
        engine.tell(new Event.HeldBack(FRONT, clock.instant(), WHY));

        assertThat(engine.health("web-1/front").coming()).isEqualTo(once.coming());
        engine.runFor(Duration.ofMinutes(2));
        assertThat(engine.health("web-1/front").state()).isEqualTo(State.DOWN);
        assertThat(engine.health("web-1/front").heldBack()).isEmpty();
    }
}
