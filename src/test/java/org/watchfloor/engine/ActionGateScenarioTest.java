package org.watchfloor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.watchfloor.config.Site;
import org.watchfloor.gate.Breaker;
import org.watchfloor.gate.GateId;
import org.watchfloor.gate.GateMove;
import org.watchfloor.gate.Hand;
import org.watchfloor.gate.Position;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.Reason;
import org.watchfloor.recovery.action.Status;
import org.watchfloor.recovery.action.StepEnd;

/** The breaker before what is done to a host: what has not helped again and again is left alone for a while. */
class ActionGateScenarioTest {
    private static final GateId GATE = new GateId(GateId.Kind.ACTION, "web-1");

    private final TestClock clock = TestClock.at("2026-01-05T09:00:00Z");
    private final FakeProbe probe = new FakeProbe();

    @Test
    void thereIsNoneBeforeTheFirstAction() {
        TestEngine engine = broken("");
        assertThat(engine.state().gates().find(GATE)).isEmpty();

        new Acted(engine).start("help");

        assertThat(gate(engine).position()).isInstanceOf(Position.Closed.class);
    }

    @Test
    void whatHasNotHelpedTwiceIsRefusedWithItsReason() {
        TestEngine engine = broken("");

        fail(engine, 2);

        assertThat(new Acted(engine).start("help").status()).isEqualTo(Status.REFUSED);
        assertThat(new Acted(engine).last().said())
                .isEqualTo("it needs that the breaker action:web-1 lets it through, but it is open for another 9m50s,"
                        + " after 2 failures in a row; reset it among the breakers if you know better");
        assertThat(moves(engine)).hasSize(1);
    }

    @Test
    void onceTheTimeIsOverOneMayTryAndItsProofClosesTheBreaker() {
        TestEngine engine = broken("");
        fail(engine, 2);
        engine.runFor(Duration.ofMinutes(11));

        new Acted(engine).start("help");
        assertThat(gate(engine).position()).isInstanceOf(Position.HalfOpen.class);
        assertThat(new Acted(engine).start("other").status()).isEqualTo(Status.REFUSED);
        assertThat(new Acted(engine).last().said()).contains("it is half-open");
        probe.comesUp(Acted.FRONT);
        engine.runFor(Duration.ofSeconds(40));

        assertThat(new Acted(engine).last("help").status()).isEqualTo(Status.SUCCEEDED);
        assertThat(gate(engine).position()).isInstanceOf(Position.Closed.class);
    }

    @Test
    void aTrialThatDoesNotHelpOpensItAgain() {
        TestEngine engine = broken("");
        fail(engine, 2);
        engine.runFor(Duration.ofMinutes(11));

        fail(engine, 1);

        assertThat(gate(engine).position())
                .isInstanceOfSatisfying(
                        Position.Open.class,
                        open -> assertThat(open.reopenings()).isEqualTo(1));
    }

    @Test
    void whatAPersonStopsSaysNothing() {
        TestEngine engine = broken("");
        for (int number = 0; number < 3; number++) {
            engine.tell(new Event.CancelAction(new Acted(engine).start("help").id(), TestEngine.ALICE));
        }

        assertThat(new Acted(engine).start("help").status()).isEqualTo(Status.IN_PROGRESS);
    }

    @Test
    void aHandLetsThroughWhatItRefused() {
        TestEngine engine = broken("");
        fail(engine, 2);

        engine.tell(new Event.SetGate(GATE, Hand.OFF, TestEngine.ALICE, "the disk was full, it is not any more"));

        assertThat(new Acted(engine).start("help").status()).isEqualTo(Status.IN_PROGRESS);
    }

    @Test
    void itStandsAsItDidAfterARestart() {
        Site site = site("");
        TestEngine engine = broken(site);
        fail(engine, 2);

        engine.restartAfter(Duration.ofSeconds(20), site);

        assertThat(new Acted(engine).start("help").status()).isEqualTo(Status.REFUSED);
    }

    @Test
    void whileAllBreakersAreSwitchedOffNothingIsRefusedAndThenItStandsAsItDid() {
        TestEngine engine = broken("");
        fail(engine, 2);
        engine.tell(new Event.SiteLoaded(site("features: { breakers: false }\n")));
        assertThat(engine.state().gates().size()).isZero();

        fail(engine, 1);

        engine.tell(new Event.SiteLoaded(site("")));
        assertThat(gate(engine).position()).isInstanceOf(Position.Open.class);
        assertThat(new Acted(engine).start("help").status()).isEqualTo(Status.REFUSED);
    }

    /** Ten seconds each. */
    private static void fail(TestEngine engine, int times) {
        engine.performs(_ -> Optional.of(StepEnd.failed("exit code 1")));
        for (int number = 0; number < times; number++) {
            new Acted(engine).start("help");
            assertThat(new Acted(engine).last().status()).isEqualTo(Status.FAILED);
            engine.runFor(Duration.ofSeconds(10));
        }
        engine.performs(_ -> Optional.of(StepEnd.succeeded("exit code 0")));
    }

    private static Breaker gate(TestEngine engine) {
        return engine.state().gates().find(GATE).orElseThrow();
    }

    private static List<GateMove> moves(TestEngine engine) {
        return engine.entries().stream()
                .flatMap(entry -> entry instanceof Entry.GateMoved(GateMove move)
                        ? Optional.of(move).filter(one -> one.gate().equals(GATE)).stream()
                        : Stream.empty())
                .toList();
    }

    private TestEngine broken(String more) {
        return broken(site(more));
    }

    private TestEngine broken(Site site) {
        TestEngine engine = TestEngine.of(site, clock, probe);
        engine.runFor(Duration.ofMinutes(1));
        probe.goesDown(Acted.FRONT, Reason.STATUS);
        engine.runFor(Duration.ofMinutes(1));
        assertThat(engine.state().check(CheckId.parse(Acted.FRONT))).isPresent();
        return engine;
    }

    private Site site(String more) {
        return new WrittenSites(probe).site(more + """
                defaults: { every: 10s, timeout: 5s, unhealthy-after: 2, healthy-after: 2 }
                hosts: { web-1: { address: 192.0.2.1, checks: { up: { fake: { name: web-1/up } } } } }
                breakers: { actions: { failures: 2, reset: 10m } }
                runbooks:
                  help:
                    for: { hosts: [web-1] }
                    budget: { attempts: 20, cool-down: 0s }
                    concurrency: 'one'
                    steps: [ { command: { argv: [/bin/help] } } ]
                    proof: { checks: [this], green-for: 10s, within: 2m }
                  other:
                    for: { hosts: [web-1] }
                    concurrency: 'other'
                    steps: [ { command: { argv: [/bin/other] } } ]
                    proof: { none: trial }
                """);
    }
}
