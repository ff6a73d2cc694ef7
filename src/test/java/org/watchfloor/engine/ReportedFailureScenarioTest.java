package org.watchfloor.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.watchfloor.config.Site;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.Reason;
import org.watchfloor.recovery.action.AutomationLevel;
import org.watchfloor.recovery.action.Status;
import org.watchfloor.recovery.action.StepEnd;
import org.watchfloor.recovery.failure.Failure;
import org.watchfloor.recovery.failure.FailureCategory;
import org.watchfloor.recovery.failure.FailureId;
import org.watchfloor.recovery.failure.FailureType;

/** A person says that something fails which no check sees. */
class ReportedFailureScenarioTest {
    private static final CheckId FRONT = CheckId.parse(Acted.FRONT);

    private final TestClock clock = TestClock.at("2026-01-05T09:00:00Z");
    private final FakeProbe probe = new FakeProbe();

    @Test
    void itLastsThoughTheCheckIsGreenUntilAPersonSaysThatItIsOver() {
        TestEngine engine = running(AutomationLevel.MONITOR);
        Failure reported = report(engine, FailureType.SLOW).join();
        assertThat(reported.message()).isEqualTo("alice: customers wait for their basket");
        assertThat(reported.detection()).isEqualTo(Failure.Detection.OPERATOR);
        assertThat(reported.kind().category()).isEqualTo(FailureCategory.INTERNAL_SERVICE);

        engine.runFor(Duration.ofMinutes(5));
        assertThat(engine.state().failures().all()).containsExactly(reported);

        Failure over = end(engine, reported.id()).join();
        assertThat(over.ended().orElseThrow().by()).isEqualTo("alice: they are happy again");
        assertThat(engine.state().failures().all()).isEmpty();
    }

    @Test
    void itOutlivesARestart() {
        TestEngine engine = running(AutomationLevel.MONITOR);
        Failure reported = report(engine, FailureType.SLOW).join();

        engine.restartAfter(Duration.ofSeconds(20), engine.state().layout().site());
        engine.runFor(Duration.ofMinutes(2));

        assertThat(engine.state().failures().all()).containsExactly(reported);
    }

    @Test
    void whatMayBeginByItselfDoesAndEndsItWhenItHelped() {
        TestEngine engine = running(AutomationLevel.FULL);
        engine.performs(_ -> Optional.of(StepEnd.succeeded("exit code 0")));

        report(engine, FailureType.SLOW).join();
        engine.runFor(Duration.ofSeconds(40));

        assertThat(new Acted(engine).last().status()).isEqualTo(Status.SUCCEEDED);
        assertThat(engine.state().failures().all()).isEmpty();
    }

    @Test
    void ifItsCheckFailsThatIsTheFailureFromThenOn() {
        TestEngine engine = running(AutomationLevel.MONITOR);
        report(engine, FailureType.SLOW).join();

        probe.goesDown(Acted.FRONT, Reason.REFUSED);
        engine.runFor(Duration.ofMinutes(1));

        assertThat(engine.state().failures().all())
                .singleElement()
                .satisfies(failure -> assertThat(failure.kind().type()).isEqualTo(FailureType.CONNECTION_REFUSED));
        assertThatThrownBy(() -> end(engine, new FailureId(2)).join())
                .hasMessageContaining("failure 2 is over when its check is green: web-1/up");
    }

    @Test
    void thereIsOneOfEachCheckAtATime() {
        TestEngine engine = running(AutomationLevel.MONITOR);
        report(engine, FailureType.SLOW).join();

        assertThatThrownBy(() -> report(engine, FailureType.OTHER).join())
                .hasMessageContaining("failure 1 of it is on record already: alice: customers wait for their basket");
        assertThatThrownBy(() -> end(engine, new FailureId(7)).join())
                .hasMessageContaining("failure 7 is over, or there was none");
    }

    private static CompletableFuture<Failure> report(TestEngine engine, FailureType type) {
        CompletableFuture<Failure> answer = new CompletableFuture<>();
        engine.tell(new Event.ReportFailure(FRONT, type, "customers wait for their basket", TestEngine.ALICE, answer));
        return answer;
    }

    private static CompletableFuture<Failure> end(TestEngine engine, FailureId failure) {
        CompletableFuture<Failure> answer = new CompletableFuture<>();
        engine.tell(new Event.EndFailure(failure, TestEngine.ALICE, "they are happy again", answer));
        return answer;
    }

    private TestEngine running(AutomationLevel level) {
        Site site = new WrittenSites(probe).site("""
                defaults: { every: 10s, timeout: 5s, unhealthy-after: 2, healthy-after: 2 }
                hosts: { web-1: { address: 192.0.2.1, checks: { up: { fake: { name: web-1/up } } } } }
                runbooks:
                  speed-up:
                    for: { failures: [slow] }
                    steps: [ { command: { argv: [/bin/speed-up] } } ]
                    proof: { checks: [this], green-for: 10s, within: 2m }
                """);
        TestEngine engine = TestEngine.of(site, clock, probe);
        engine.tell(new Event.SetAutomation(
                Optional.empty(), Optional.of(level), Optional.empty(), TestEngine.ALICE, "trial"));
        engine.runFor(Duration.ofMinutes(1));
        return engine;
    }
}
