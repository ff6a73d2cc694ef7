package org.watchfloor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.watchfloor.config.Site;
import org.watchfloor.gate.Breaker;
import org.watchfloor.gate.GateId;
import org.watchfloor.gate.GateMove;
import org.watchfloor.gate.GateMove.Stand;
import org.watchfloor.gate.Hand;
import org.watchfloor.gate.Position;
import org.watchfloor.gate.Trip;
import org.watchfloor.model.Notice;
import org.watchfloor.model.Reason;
import org.watchfloor.model.State;
import org.watchfloor.notify.Delivery;

/** Breakers before hosts and channels: they open, let trials through, close, and never blind the watch. */
class GatingScenarioTest {
    private static final GateId WEB = new GateId(GateId.Kind.HOST, "web-1");
    private static final GateId MAIL = new GateId(GateId.Kind.CHANNEL, "mail");
    private static final Duration TEN = Duration.ofSeconds(10);

    private final TestClock clock = TestClock.at("2026-01-05T09:00:00Z");
    private final FakeProbe probe = new FakeProbe();

    @Test
    void fiveSilentLooksInARowOpenAHostsGateAndSlowItsChecksDown() {
        TestEngine engine = running("");
        goesSilent();
        engine.runFor(Duration.ofSeconds(15));
        assertThat(moves(engine)).isEmpty();

        engine.runFor(Duration.ofSeconds(15));

        assertThat(moves(engine)).hasSize(1);
        assertThat(moves(engine).getFirst().stand()).isEqualTo(Stand.OPEN);
        assertThat(moves(engine).getFirst().why()).isEqualTo("5 failures in a row");
        int before = engine.starts().size();
        engine.runFor(Duration.ofMinutes(10));
        assertThat(engine.starts().size() - before).isBetween(10 * 2 - 2, 10 * 2 + 2);
    }

    @Test
    void whileItIsShutTheLastGoodValuesStandForThoseThatDoNotCome() {
        TestEngine engine = running("");
        goesSilent();
        engine.runFor(Duration.ofSeconds(25));
        assertThat(breaker(engine, WEB).counts().fallback()).isZero();

        engine.runFor(Duration.ofMinutes(5));

        assertThat(breaker(engine, WEB).counts().fallback()).isBetween(8L, 12L);
    }

    @Test
    void anOpenGateIsNeitherGreenNorStaleNorASecondAlarm() {
        TestEngine engine = running("");
        goesSilent();

        engine.runFor(Duration.ofMinutes(30));

        assertThat(engine.state("web-1/front")).isEqualTo(State.DOWN);
        assertThat(engine.transitions()).noneMatch(row -> row.contains("STALE"));
        assertThat(engine.openIncidents()).hasSize(1);
    }

    @Test
    void successWhileItIsOpenIsATrialAndTheSecondOneClosesIt() {
        TestEngine engine = running("");
        goesSilent();
        engine.runFor(Duration.ofMinutes(5));
        probe.comesUp("web-1/front");
        probe.comesUp("web-1/ssh");

        engine.runFor(Duration.ofSeconds(80));

        assertThat(stands(engine)).endsWith(Stand.HALF_OPEN, Stand.CLOSED);
        assertThat(engine.state("web-1/front")).isEqualTo(State.UP);
        assertThat(engine.transitions()).noneMatch(row -> row.contains("STALE"));
        int before = engine.starts().size();
        engine.runFor(Duration.ofMinutes(1));
        assertThat(engine.starts().size() - before).isBetween(11, 13);
    }

    @Test
    void aTrialThatFailsOpensItAgainForLonger() {
        TestEngine engine = running("breakers: { hosts: { reset: 30s, growth: 2, at-most: 2m } }");
        goesSilent();

        engine.runFor(Duration.ofMinutes(12));

        assertThat(moves(engine)).extracting(GateMove::reopenings).startsWith(0, 1, 2, 3);
        assertThat(moves(engine))
                .extracting(move -> Duration.between(move.at(), move.until().orElseThrow()))
                .startsWith(
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(120),
                        Duration.ofSeconds(120));
    }

    @Test
    void whatAnswersIsNotHurtHoweverWrongItsAnswers() {
        TestEngine engine = running("");
        probe.goesDown("web-1/front", Reason.STATUS);
        probe.goesDown("web-1/ssh", Reason.TLS_EXPIRED);

        engine.runFor(Duration.ofMinutes(5));

        assertThat(moves(engine)).isEmpty();
        assertThat(breaker(engine, WEB).counts().failed()).isZero();
    }

    @Test
    void oneServiceThatAnswersKeepsTheGateOfItsHostClosed() {
        TestEngine engine = running("");
        probe.goesDown("web-1/front", Reason.REFUSED);

        engine.runFor(Duration.ofMinutes(5));

        assertThat(moves(engine)).isEmpty();
    }

    @Test
    void aCheckThatSaysHowOftenToLookWhileItFailsIsNotSlowedDown() {
        Site eager = Policies.on(
                Sites.site()
                        .every(Duration.ofMinutes(1))
                        .retryEvery(TEN)
                        .host("web-1", "front")
                        .build(),
                Policies.USUAL);
        TestEngine engine = TestEngine.of(eager, clock, probe);
        goesSilent();
        engine.runFor(Duration.ofMinutes(10));

        assertThat(breaker(engine, WEB).position()).isInstanceOf(Position.Open.class);
        int before = engine.starts().size();
        engine.runFor(Duration.ofMinutes(1));
        assertThat(engine.starts().size() - before).isBetween(5, 7);
    }

    @Test
    void afterARestartTheRestOfTheTimeIsWaited() {
        Site site = site("breakers: { hosts: { reset: 10m } }");
        TestEngine engine = TestEngine.of(site, clock, probe);
        engine.runFor(Duration.ofMinutes(1));
        goesSilent();
        engine.runFor(Duration.ofMinutes(2));
        Instant until = ((Position.Open) breaker(engine, WEB).position()).until();

        engine.restartAfter(Duration.ofSeconds(20), site);
        engine.runFor(Duration.ofSeconds(1));

        assertThat(breaker(engine, WEB).position())
                .isInstanceOfSatisfying(
                        Position.Open.class, open -> assertThat(open.until()).isEqualTo(until));
        engine.runFor(Duration.ofMinutes(1));
        assertThat(engine.starts().stream()
                        .filter(start -> start.isAfter(clock.instant().minusSeconds(60))))
                .hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void aHandKeepsItOpenAndLetsItGo() {
        TestEngine engine = running("");
        engine.tell(new Event.SetGate(WEB, Hand.FORCED_OPEN, TestEngine.ALICE, "its disk is being copied"));
        engine.runFor(Duration.ofMinutes(5));
        assertThat(breaker(engine, WEB).hand()).isEqualTo(Hand.FORCED_OPEN);
        assertThat(breaker(engine, WEB).shutSince()).contains(clock.instant().minus(Duration.ofMinutes(5)));
        assertThat(engine.state("web-1/front")).isEqualTo(State.UP);

        engine.tell(new Event.SetGate(WEB, Hand.OFF, TestEngine.ALICE, "done"));

        assertThat(moves(engine)).extracting(GateMove::hand).containsExactly(Hand.FORCED_OPEN, Hand.OFF);
        assertThat(moves(engine)).extracting(GateMove::by).containsOnly(Optional.of(TestEngine.ALICE));
        assertThat(moves(engine)).extracting(GateMove::why).containsExactly("its disk is being copied", "done");
    }

    @Test
    void aGateKeptOpenByHandSlowsItsChecksDown() {
        TestEngine engine = running("");
        engine.tell(new Event.SetGate(WEB, Hand.FORCED_OPEN, TestEngine.ALICE, "its disk is being copied"));
        int before = engine.starts().size();

        engine.runFor(Duration.ofMinutes(10));

        assertThat(engine.starts().size() - before).isBetween(18, 24);
        assertThat(engine.transitions()).noneMatch(row -> row.contains("STALE"));
    }

    @Test
    void aChannelThatFailsIsLeftAloneAndNothingIsLost() {
        TestEngine engine = running("breakers: { channels: { failures: 3, successes: 1, reset: 10m } }");
        engine.deliveries(_ -> new Delivery.Retry("HTTP 503", Optional.of(Duration.ofSeconds(5))));
        goesSilent();
        engine.runFor(Duration.ofMinutes(4));
        assertThat(breaker(engine, MAIL).position()).isInstanceOf(Position.Open.class);
        int tries = engine.notices().size();

        engine.runFor(Duration.ofMinutes(5));
        assertThat(engine.notices()).hasSize(tries);

        engine.deliveries(_ -> Delivery.Accepted.PLAIN);
        engine.runFor(Duration.ofMinutes(6));
        assertThat(breaker(engine, MAIL).position()).isInstanceOf(Position.Closed.class);
        assertThat(engine.notices().getLast().kind()).isIn(Notice.Kind.FIRING, Notice.Kind.REMINDER);
    }

    @Test
    void aClockThatIsSetBackKeepsNothingShut() {
        TestEngine engine = running("breakers: { channels: { failures: 3, successes: 1, reset: 1m } }");
        engine.deliveries(_ -> new Delivery.Retry("HTTP 503", Optional.of(Duration.ofSeconds(5))));
        goesSilent();
        engine.runFor(Duration.ofMinutes(4));
        assertThat(breaker(engine, MAIL).position()).isInstanceOf(Position.Open.class);
        assertThat(breaker(engine, WEB).position()).isInstanceOf(Position.Open.class);

        clock.jump(Duration.ofHours(-5));
        engine.deliveries(_ -> Delivery.Accepted.PLAIN);
        probe.comesUp("web-1/front");
        probe.comesUp("web-1/ssh");
        engine.runFor(Duration.ofMinutes(5));

        assertThat(breaker(engine, MAIL).position()).isInstanceOf(Position.Closed.class);
        assertThat(breaker(engine, WEB).position()).isInstanceOf(Position.Closed.class);
    }

    @Test
    void aClockThatWasSetBackBetweenTwoStartsKeepsNothingShut() {
        Site site = site("");
        TestEngine engine = TestEngine.of(site, clock, probe);
        goesSilent();
        engine.runFor(Duration.ofMinutes(5));
        clock.jump(Duration.ofHours(-5));

        engine.restartAfter(Duration.ofSeconds(20), site);
        probe.comesUp("web-1/front");
        probe.comesUp("web-1/ssh");
        engine.runFor(Duration.ofMinutes(5));

        assertThat(breaker(engine, WEB).position()).isInstanceOf(Position.Closed.class);
    }

    @Test
    void whatIsInDoubtIsNotSlowedDown() {
        TestEngine engine = running("breakers: { hosts: { failures: 2, reset: 2m } }");
        goesSilent();

        engine.runFor(Duration.ofSeconds(45));

        assertThat(breaker(engine, WEB).position()).isInstanceOf(Position.Open.class);
        assertThat(engine.state("web-1/front")).isEqualTo(State.DOWN);
        int before = engine.starts().size();
        engine.runFor(Duration.ofMinutes(10));
        assertThat(engine.starts().size() - before).isBetween(8, 12);
    }

    @Test
    void whatWasOpenStaysOpenUnderOtherRules() {
        TestEngine engine = running("");
        goesSilent();
        engine.runFor(Duration.ofMinutes(2));

        engine.tell(new Event.SiteLoaded(site("breakers: { hosts: { failures: 7 } }")));

        assertThat(breaker(engine, WEB).position()).isInstanceOf(Position.Open.class);
        assertThat(breaker(engine, WEB).policy().trip().closed()).isEqualTo(new Trip.Consecutive(7, 2).closed());
    }

    private void goesSilent() {
        probe.goesDown("web-1/front", Reason.CONNECT_TIMEOUT);
        probe.goesDown("web-1/ssh", Reason.NO_ROUTE);
    }

    private TestEngine running(String breakers) {
        TestEngine engine = TestEngine.of(site(breakers), clock, probe);
        engine.runFor(Duration.ofMinutes(1));
        return engine;
    }

    private static Site site(String breakers) {
        return Policies.on(
                Sites.site()
                        .every(TEN)
                        .timeout(Duration.ofSeconds(5))
                        .host("web-1", "front", "ssh")
                        .build(),
                Policies.USUAL + breakers);
    }

    private static Breaker breaker(TestEngine engine, GateId gate) {
        return engine.state().gates().find(gate).orElseThrow();
    }

    private static List<Stand> stands(TestEngine engine) {
        return moves(engine).stream().map(GateMove::stand).toList();
    }

    private static List<GateMove> moves(TestEngine engine) {
        return engine.entries().stream()
                .flatMap(entry -> entry instanceof Entry.GateMoved(GateMove move) ? Stream.of(move) : Stream.empty())
                .toList();
    }
}
