package org.watchfloor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.watchfloor.config.Service;
import org.watchfloor.config.Site;
import org.watchfloor.gate.GateId;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.Reason;
import org.watchfloor.recovery.action.Action;
import org.watchfloor.recovery.action.Status;
import org.watchfloor.recovery.action.StepEnd;
import org.watchfloor.recovery.step.Line;
import org.watchfloor.recovery.text.NotRendered;

/** A service leaves the instance that failed: whom the console itself calls from then on. */
class FailoverScenarioTest {
    private final TestClock clock = TestClock.at("2026-01-05T09:00:00Z");
    private final FakeProbe probe = new FakeProbe();
    private final List<String> calls = new ArrayList<>();

    @Test
    void theStepsThatFollowCallTheInstanceThatHasTakenOver() {
        TestEngine engine = broken(site());

        new Acted(engine).start("move");

        assertThat(calls).containsExactly("/bin/flush web-1 192.0.2.1", "/bin/flush web-2 192.0.2.2");
        assertThat(active(engine)).isEqualTo("web-2/up");
        assertThat(new Acted(engine).last().status()).isEqualTo(Status.SUCCEEDED);
        assertThat(engine.state()
                        .gates()
                        .find(new GateId(GateId.Kind.HOST, "web-1"))
                        .orElseThrow()
                        .counts()
                        .fallback())
                .isEqualTo(1);
    }

    @Test
    void soDoAllRunbooksAfterARestart() {
        Site site = site();
        TestEngine engine = broken(site);
        new Acted(engine).start("move");
        calls.clear();

        engine.restartAfter(Duration.ofSeconds(20), site);
        engine.runFor(Duration.ofSeconds(30));
        new Acted(engine).start("flush");

        assertThat(calls).containsExactly("/bin/flush web-2 192.0.2.2");
    }

    @Test
    void itStaysWhereItIsWhileThatIsHealthy() {
        TestEngine engine = broken(site());
        new Acted(engine).start("move");
        probe.goesDown("web-3/up", Reason.REFUSED);
        engine.runFor(Duration.ofMinutes(1));

        new Acted(engine).start("move");

        assertThat(active(engine)).isEqualTo("web-2/up");
    }

    @Test
    void undoneByHandItGoesBack() {
        TestEngine engine = broken(site());
        Action moved = new Acted(engine).start("move");
        engine.runFor(Duration.ofSeconds(5));

        new Acted(engine).rollBack(moved).join();
        engine.runFor(Duration.ofSeconds(5));

        assertThat(active(engine)).isEqualTo("web-1/up");
        assertThat(new Acted(engine).ends()).endsWith("moved back from web-2/up to web-1/up");
    }

    @Test
    void whatAnotherActionHasMovedSinceIsNotTakenBack() {
        TestEngine engine = broken(site());
        Action first = new Acted(engine).start("move");
        probe.goesDown("web-2/up", Reason.REFUSED);
        engine.runFor(Duration.ofMinutes(1));
        new Acted(engine).start("move");
        engine.runFor(Duration.ofSeconds(5));

        new Acted(engine).rollBack(first).join();
        engine.runFor(Duration.ofSeconds(5));

        assertThat(active(engine)).isEqualTo("web-3/up");
        assertThat(new Acted(engine).ends()).endsWith("it is not this action by which the service is where it is");
    }

    @Test
    void anActionThatFoundItMovedAlreadyTakesNothingBack() {
        TestEngine engine = broken(site());
        new Acted(engine).start("move");
        Action second = new Acted(engine).start("move");
        engine.runFor(Duration.ofSeconds(5));

        new Acted(engine).rollBack(second).join();
        engine.runFor(Duration.ofSeconds(5));

        assertThat(active(engine)).isEqualTo("web-2/up");
        assertThat(new Acted(engine).ends()).endsWith("it is not this action by which the service is where it is");
    }

    @Test
    void anInstanceThatIsTakenOutOfTheServiceIsCalledNoMore() {
        TestEngine engine = broken(site());
        new Acted(engine).start("move");

        engine.tell(new Event.SiteLoaded(site("web-1/up, web-3/up")));

        assertThat(active(engine)).isEqualTo("web-1/up");
    }

    private TestEngine broken(Site site) {
        TestEngine engine = TestEngine.of(site, clock, probe);
        engine.performs(step -> {
            calls.add(shown(step));
            return Optional.of(StepEnd.succeeded("exit code 0"));
        });
        engine.runFor(Duration.ofMinutes(1));
        probe.goesDown(Acted.FRONT, Reason.STATUS);
        engine.runFor(Duration.ofMinutes(1));
        return engine;
    }

    private static String shown(Effect.Perform perform) {
        try {
            List<String> words = new ArrayList<>();
            for (Line line : perform.step().preview(perform.values())) {
                words.add(line.text().shown());
            }
            return String.join(" ", words);
        } catch (NotRendered e) {
            throw new AssertionError(e);
        }
    }

    private static String active(TestEngine engine) {
        Service shop = engine.state().layout().site().services().getFirst();
        return engine.state()
                .actions()
                .instances()
                .of(shop)
                .map(CheckId::toString)
                .orElse("none");
    }

    private Site site() {
        return site("web-1/up, web-2/up, web-3/up");
    }

    private Site site(String instances) {
        return new WrittenSites(probe).site("""
                defaults: { every: 10s, timeout: 5s, unhealthy-after: 2, healthy-after: 2 }
                hosts:
                  web-1: { address: 192.0.2.1, checks: { up: { fake: { name: web-1/up } } } }
                  web-2: { address: 192.0.2.2, checks: { up: { fake: { name: web-2/up } } } }
                  web-3: { address: 192.0.2.3, checks: { up: { fake: { name: web-3/up } } } }
                services:
                  shop: { type: api, instances: [%s] }
                runbooks:
                  move:
                    for: { hosts: [web-1] }
                    budget: { attempts: 20, cool-down: 0s }
                    steps:
                      - command: { argv: [/bin/flush, '{{instance}}', '{{instance.address}}'] }
                      - failover: {}
                      - command: { argv: [/bin/flush, '{{instance}}', '{{instance.address}}'] }
                    proof: { none: example }
                    rollback: { steps: [ { failover: {} } ] }
                  flush:
                    for: { hosts: [web-1] }
                    steps: [ { command: { argv: [/bin/flush, '{{instance}}', '{{instance.address}}'] } } ]
                    proof: { none: example }
                """.formatted(instances));
    }
}
