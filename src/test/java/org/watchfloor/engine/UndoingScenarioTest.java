package org.watchfloor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.watchfloor.config.Site;
import org.watchfloor.model.Reason;
import org.watchfloor.recovery.action.Action;
import org.watchfloor.recovery.action.AutomationLevel;
import org.watchfloor.recovery.action.Part;
import org.watchfloor.recovery.action.Status;
import org.watchfloor.recovery.action.StepEnd;

/** People have undone what an action did. */
class UndoingScenarioTest {
    private final TestClock clock = TestClock.at("2026-01-05T09:00:00Z");
    private final FakeProbe probe = new FakeProbe();

    @Test
    void whatFailedIsUndoneByHandOnce() {
        TestEngine engine = running("exit code 3");
        Acted acted = new Acted(engine);
        Action failed = acted.start("move");
        engine.performs(_ -> Optional.empty());

        Action undone = acted.rollBack(failed).join();

        assertThat(undone.status()).isEqualTo(Status.IN_PROGRESS);
        assertThat(why(acted.rollBack(undone))).contains("it is not over");
        engine.tell(new Event.StepFinished(undone.id(), Part.ROLLBACK, 0, StepEnd.succeeded("exit code 0")));
        assertThat(acted.last().status()).isEqualTo(Status.ROLLED_BACK);
        assertThat(acted.last().said()).isEqualTo("alice wants it undone; what it did was undone");
        assertThat(why(acted.rollBack(undone))).contains("runs once only");
        engine.restartAfter(Duration.ofSeconds(10), engine.state().layout().site());
        assertThat(why(acted.rollBack(undone))).contains("runs once only");
    }

    @Test
    void whatIsUndoneByHandMakesNothingElseBegin() {
        TestEngine engine = running("exit code 3");
        Acted acted = new Acted(engine);
        probe.goesDown(Acted.FRONT, Reason.REFUSED);
        engine.runFor(Duration.ofSeconds(25));
        Action failed = acted.last("move");
        engine.performs(_ -> Optional.of(StepEnd.succeeded("exit code 0")));
        int before = acted.actions().size();

        acted.rollBack(failed).join();

        assertThat(acted.actions().stream().skip(before))
                .allSatisfy(action -> assertThat(action.id()).isEqualTo(failed.id()));
        assertThat(acted.last().status()).isEqualTo(Status.ROLLED_BACK);
    }

    @Test
    void itIsSaidWhyItCannotBeUndone() {
        TestEngine engine = running("exit code 3");
        Acted acted = new Acted(engine);
        Action refused = acted.start("held");
        Action plain = acted.start("plain");
        Action failed = acted.start("move");

        assertThat(why(acted.rollBack(refused)))
                .isEqualTo("no action " + refused.id() + " was at work in the last 7 days");
        assertThat(why(acted.rollBack(plain))).contains("plain has no rollback");
        engine.tell(new Event.SetAutomation(
                Optional.empty(), Optional.empty(), Optional.of(true), TestEngine.ALICE, "trial"));
        assertThat(why(acted.rollBack(failed))).isEqualTo("all actions are stopped");
    }

    private static String why(CompletableFuture<Action> answer) {
        return String.valueOf(answer.exceptionNow().getMessage());
    }

    private TestEngine running(String end) {
        Site site = new WrittenSites(probe).site("""
                defaults: { every: 10s, timeout: 5s, unhealthy-after: 2, healthy-after: 2 }
                hosts:
                  web-1: { address: 192.0.2.1, checks: { up: { fake: { name: web-1/up } } } }
                runbooks:
                  move:
                    for: { failures: [connection-refused] }
                    priority: 1
                    budget: { attempts: 10, cool-down: 0s }
                    steps: [ { command: { argv: [/bin/move] } } ]
                    proof: { none: trial }
                    rollback: { automatic: false, steps: [ { command: { argv: [/bin/move, back] } } ] }
                  plain:
                    for: { failures: [connection-refused] }
                    priority: 2
                    budget: { attempts: 10, cool-down: 0s }
                    steps: [ { command: { argv: [/bin/plain] } } ]
                    proof: { none: trial }
                  held:
                    for: { hosts: [web-1] }
                    when: [ { check: this, is: [down] } ]
                    steps: [ { command: { argv: [/bin/held] } } ]
                    proof: { none: trial }
                """);
        TestEngine engine = TestEngine.of(site, clock, probe);
        engine.performs(_ -> Optional.of(StepEnd.failed(end)));
        engine.tell(new Event.SetAutomation(
                Optional.empty(), Optional.of(AutomationLevel.FULL), Optional.empty(), TestEngine.ALICE, "trial"));
        engine.runFor(Duration.ofMinutes(1));
        return engine;
    }
}
