package org.watchfloor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.watchfloor.model.Gap;
import org.watchfloor.notify.Delivery;

/** Somebody sets the clock back by hours: what was to come soon still comes soon. */
class ClockScenarioTest {
    private static final Duration BACK = Duration.ofHours(-3);

    private final WebAlarm web = new WebAlarm();

    @Test
    void aPageOnItsWayComes() {
        TestEngine engine = web.running(Policies.USUAL);
        web.failsUntilItFires(engine);

        web.clock.jump(BACK);
        engine.runFor(Duration.ofMinutes(3));

        assertThat(engine.sent()).containsExactly("mail FIRING web-1/front is down: connection refused");
    }

    @Test
    void aPageOnItsWayComesAlsoAfterARestart() {
        TestEngine first = web.running(Policies.USUAL);
        web.failsUntilItFires(first);
        Restored restored = first.restorable();

        web.clock.jump(BACK);
        TestEngine second = TestEngine.restored(restored, WebAlarm.site(Policies.USUAL), web.clock, web.probe);
        second.runFor(Duration.ofMinutes(3));

        assertThat(second.sent()).containsExactly("mail FIRING web-1/front is down: connection refused");
        assertThat(second.state().gaps()).singleElement().extracting(Gap::cause).isEqualTo(Gap.Cause.CLOCK_JUMPED_BACK);
    }

    @Test
    void theNextStepOfTheChainIsTakenInTime() {
        TestEngine engine = web.running(Policies.USUAL);
        web.fails(engine, Duration.ofMinutes(5));

        web.clock.jump(BACK);
        engine.runFor(Duration.ofMinutes(10));

        assertThat(engine.sent())
                .containsExactly(
                        "mail FIRING web-1/front is down: connection refused",
                        "chat ESCALATION web-1/front is down: connection refused");
    }

    @Test
    void aNoticeThatWasNotTakenIsTriedAgain() {
        TestEngine engine = web.running(Policies.USUAL);
        engine.deliveries(_ -> new Delivery.Retry("HTTP 503", Optional.empty()));
        web.failsUntilItFires(engine);
        engine.runFor(Duration.ofSeconds(33));
        int before = engine.sent().size();

        web.clock.jump(BACK);
        engine.deliveries(_ -> Delivery.Accepted.PLAIN);
        engine.runFor(Duration.ofMinutes(1));

        assertThat(engine.sent()).hasSize(before + 1);
        assertThat(engine.state().alerting().outbox().waiting()).isZero();
    }

    @Test
    void whatHasToHoldForATimeFiresAfterThatTime() {
        TestEngine engine = web.running(Policies.USUAL + "alerts: { slow: { when: latency > 1ms, for: 5m } }\n");
        engine.runFor(Duration.ofMinutes(2));

        web.clock.jump(BACK);
        engine.runFor(Duration.ofMinutes(4));

        assertThat(engine.sent()).singleElement().asString().contains("slowly");
    }

    @Test
    void nobodyIsPagedBeforeANewLook() {
        TestEngine engine = web.running(Policies.USUAL);
        web.failsUntilItFires(engine);
        web.probe.comesUp(WebAlarm.FRONT);

        web.clock.jump(BACK);
        engine.runFor(Duration.ofMinutes(5));

        assertThat(engine.sent()).isEmpty();
    }
}
