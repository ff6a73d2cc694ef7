package org.watchfloor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.watchfloor.config.Site;
import org.watchfloor.model.Notice;
import org.watchfloor.model.Reason;
import org.watchfloor.recovery.action.AutomationLevel;
import org.watchfloor.recovery.action.Status;
import org.watchfloor.recovery.action.StepEnd;

/** When nothing that runs by itself has helped, people are told by the route of the alert, and not only the first one. */
class EscalatingScenarioTest {
    private final TestClock clock = TestClock.at("2026-01-05T09:00:00Z");
    private final FakeProbe probe = new FakeProbe();

    @Test
    void theNextOneOfTheChainIsToldAtOnceAndTheFirstOneHearsWhy() {
        TestEngine engine = running();
        probe.goesDown(Acted.FRONT, Reason.REFUSED);
        engine.runFor(Duration.ofMinutes(1));
        assertThat(kinds(engine, "first")).containsExactly(Notice.Kind.FIRING);
        assertThat(kinds(engine, "second")).isEmpty();

        engine.runFor(Duration.ofMinutes(2));

        assertThat(new Acted(engine).last().status()).isEqualTo(Status.FAILED);
        assertThat(kinds(engine, "second")).containsExactly(Notice.Kind.ESCALATION);
        assertThat(kinds(engine, "first")).containsExactly(Notice.Kind.FIRING, Notice.Kind.NOTE);
        assertThat(engine.notices().stream()
                        .filter(notice -> notice.kind() == Notice.Kind.NOTE)
                        .map(notice -> notice.alerts().getFirst().summary()))
                .containsExactly("No runbook has helped web-1/up, and none is left to try. The last one, mend: "
                        + "the steps are done, but it did not help: not web-1/up green for 0s, within 2m");
    }

    @Test
    void whoHasTakenItIsLeftInPeace() {
        TestEngine engine = running();
        probe.goesDown(Acted.FRONT, Reason.REFUSED);
        engine.runFor(Duration.ofMinutes(1));
        var alert = engine.state().alerting().book().all().findFirst().orElseThrow();
        engine.tell(new Event.AcknowledgeAlerts(List.of(alert.id()), TestEngine.ALICE, "mine", Optional.empty()));

        engine.runFor(Duration.ofMinutes(2));

        assertThat(new Acted(engine).last().status()).isEqualTo(Status.FAILED);
        assertThat(kinds(engine, "second")).isEmpty();
        assertThat(kinds(engine, "first")).doesNotContain(Notice.Kind.NOTE);
    }

    private static List<Notice.Kind> kinds(TestEngine engine, String channel) {
        return engine.notices().stream()
                .filter(notice -> notice.channel().value().equals(channel))
                .map(Notice::kind)
                .toList();
    }

    private TestEngine running() {
        Site site = new WrittenSites(probe).site("""
                defaults: { every: 10s, timeout: 5s, unhealthy-after: 2, healthy-after: 2 }
                hosts:
                  web-1: { address: 192.0.2.1, checks: { up: { fake: { name: web-1/up } } } }
                channels: { first: { fake: {} }, second: { fake: {} } }
                receivers:
                  ops: { tell: first, then: [ { after: 1h, tell: second } ] }
                routing: { receiver: ops, group-wait: 1s }
                runbooks:
                  mend:
                    for: { failures: [connection-refused] }
                    budget: { grace: 0s }
                    steps: [ { command: { argv: [/bin/mend] } } ]
                    proof: { checks: [this], green-for: 0s, within: 2m }
                """);
        TestEngine engine = TestEngine.of(site, clock, probe);
        engine.performs(_ -> Optional.of(StepEnd.succeeded("exit code 0")));
        engine.tell(new Event.SetAutomation(
                Optional.empty(), Optional.of(AutomationLevel.FULL), Optional.empty(), TestEngine.ALICE, "trial"));
        engine.runFor(Duration.ofMinutes(1));
        return engine;
    }
}
