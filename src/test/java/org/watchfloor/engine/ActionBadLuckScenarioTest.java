package org.watchfloor.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.watchfloor.config.Site;
import org.watchfloor.model.Reason;
import org.watchfloor.recovery.action.Action;
import org.watchfloor.recovery.action.AutomationLevel;
import org.watchfloor.recovery.action.Status;
import org.watchfloor.recovery.action.StepEnd;
import org.watchfloor.recovery.failure.Failure;

/** What changes under an action between the click and its end. */
class ActionBadLuckScenarioTest {
    private static final String BOTH = """
              web-1: { address: 192.0.2.1, checks: { up: { fake: { name: web-1/up } } } }
              web-2: { address: 192.0.2.2, checks: { up: { fake: { name: web-2/up } } } }
            """;
    private static final String WITHOUT = """
              web-2: { address: 192.0.2.2, checks: { up: { fake: { name: web-2/up } } } }
            """;

    private final TestClock clock = TestClock.at("2026-01-05T09:00:00Z");
    private final FakeProbe probe = new FakeProbe();

    @Test
    void aLevelThatIsLoweredLetsWhatRunsComeToItsEndAndBeginsNothingMore() {
        TestEngine engine = broken(AutomationLevel.FULL);
        assertThat(new Acted(engine).last().status()).isEqualTo(Status.IN_PROGRESS);

        automate(engine, AutomationLevel.SHADOW);
        probe.comesUp(Acted.FRONT);
        engine.runFor(Duration.ofMinutes(1));
        assertThat(new Acted(engine).last().status()).isEqualTo(Status.SUCCEEDED);

        probe.goesDown("web-2/up", Reason.REFUSED);
        engine.runFor(Duration.ofMinutes(1));
        assertThat(new Acted(engine).last().status()).isEqualTo(Status.REFUSED);
        assertThat(engine.state().actions().running()).isEmpty();
    }

    @Test
    void whatMendedItIsNamedAtTheEndOfTheFailure() {
        TestEngine engine = broken(AutomationLevel.FULL);

        probe.comesUp(Acted.FRONT);
        engine.runFor(Duration.ofMinutes(1));

        assertThat(engine.entries().stream()
                        .filter(Entry.FailureSaved.class::isInstance)
                        .map(Entry.FailureSaved.class::cast)
                        .flatMap(saved -> saved.failure().ended().stream())
                        .map(Failure.Ended::by))
                .containsExactly("after action 1 (mend)");
    }

    @Test
    void aTargetThatVanishedBeforeTheClickCameIsSaidToBeGone() {
        TestEngine engine = broken(AutomationLevel.MONITOR);
        engine.tell(new Event.SiteLoaded(site(WITHOUT)));

        assertThatThrownBy(() -> new Acted(engine).start("mend"))
                .hasMessageContaining("check web-1/up is not on the site in force");
    }

    @Test
    void aTargetThatVanishesInTheMiddleProvesNothing() {
        TestEngine engine = broken(AutomationLevel.MONITOR);
        Action begun = new Acted(engine).start("mend");
        engine.tell(new Event.SiteLoaded(site(WITHOUT)));

        engine.runFor(Duration.ofMinutes(3));

        assertThat(new Acted(engine).last().id()).isEqualTo(begun.id());
        assertThat(new Acted(engine).last().status()).isEqualTo(Status.FAILED);
        assertThat(new Acted(engine).last().said()).startsWith("the steps are done, but it did not help");
        assertThat(engine.state().actions().running()).isEmpty();
    }

    private TestEngine broken(AutomationLevel level) {
        TestEngine engine = TestEngine.of(site(BOTH), clock, probe);
        engine.performs(_ -> Optional.of(StepEnd.succeeded("exit code 0")));
        automate(engine, level);
        engine.runFor(Duration.ofMinutes(1));
        probe.goesDown(Acted.FRONT, Reason.REFUSED);
        engine.runFor(Duration.ofSeconds(25));
        return engine;
    }

    private static void automate(TestEngine engine, AutomationLevel level) {
        engine.tell(new Event.SetAutomation(
                Optional.empty(), Optional.of(level), Optional.empty(), TestEngine.ALICE, "trial"));
    }

    private Site site(String hosts) {
        return new WrittenSites(probe).site("""
                defaults: { every: 10s, timeout: 5s, unhealthy-after: 2, healthy-after: 2 }
                hosts:
                %srunbooks:
                  mend:
                    for: { failures: [connection-refused] }
                    budget: { cool-down: 0s }
                    steps: [ { command: { argv: [/bin/mend] } } ]
                    proof: { checks: [this], green-for: 10s, within: 2m }
                """.formatted(hosts));
    }
}
