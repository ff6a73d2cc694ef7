package org.watchfloor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.watchfloor.health.observer.Realm;
import org.watchfloor.model.Fact;
import org.watchfloor.model.Gap;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.Reason;
import org.watchfloor.model.State;
import org.watchfloor.model.Testimony;
import org.watchfloor.model.Testimony.Answer;
import org.watchfloor.model.Timings;
import org.watchfloor.notify.Delivery;

/** The console's own network fails: who is blamed, and who is not. */
class ObserverScenarioTest {
    private static final String OUTSIDE = "observer: { outside: [ '192.0.2.1:443', '192.0.2.2:443' ] }\n";

    private final TestClock clock = TestClock.at("2026-01-05T09:00:00Z");
    private final FakeProbe probe = new FakeProbe();

    @Test
    void blamesNoTargetWhileAllWitnessesAreSilent() {
        TestEngine engine = running();

        lineIsCut(engine);
        engine.runFor(Duration.ofMinutes(20));

        assertThat(engine.sent())
                .containsExactly(
                        "mail FIRING the console's machine has no network",
                        "chat ESCALATION the console's machine has no network");
        assertThat(engine.openIncidents()).isEmpty();
        assertThat(engine.state("shop/web")).isEqualTo(State.STALE);
        assertThat(engine.state("bank/web")).isEqualTo(State.STALE);
        assertThat(engine.state("switch/web")).isEqualTo(State.UP);
        assertThat(engine.state().network().lost()).containsOnlyKeys(Realm.FAR);
    }

    @Test
    void afterItTheTimeIsAGapAndEverythingIsLookedAtAnew() {
        TestEngine engine = running();
        lineIsCut(engine);
        engine.runFor(Duration.ofMinutes(20));

        lineIsMended(engine);
        engine.runFor(Duration.ofMinutes(2));

        assertThat(engine.state().gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.cause()).isEqualTo(Gap.Cause.NETWORK_LOST);
            assertThat(gap.length()).isBetween(Duration.ofMinutes(19), Duration.ofMinutes(21));
        });
        assertThat(engine.state("shop/web")).isEqualTo(State.UP);
        assertThat(engine.sent()).last().isEqualTo("mail RESOLVED over: the console's machine has no network");
        assertThat(engine.verdicts())
                .anyMatch(verdict ->
                        verdict.equals("FIRED network-lost this machine: targets outside the own network fail"
                                + " and nobody who vouches for the way answers: 192.0.2.1:443, 192.0.2.2:443"));
    }

    @Test
    void aTargetThatFailsWhileWitnessesAnswerIsToBlame() {
        TestEngine engine = running();

        probe.goesDown("shop/web", Reason.CONNECT_TIMEOUT);
        engine.runFor(Duration.ofMinutes(4));

        assertThat(engine.state("shop/web")).isEqualTo(State.DOWN);
        assertThat(engine.sent()).containsExactly("mail FIRING shop/web is down: no connection in time");
        assertThat(engine.state().gaps()).isEmpty();
    }

    @Test
    void aTargetThatStaysDownAfterTheLineIsMendedIsToldThen() {
        TestEngine engine = running();
        lineIsCut(engine);
        engine.runFor(Duration.ofMinutes(10));

        lineIsMended(engine);
        probe.goesDown("bank/web", Reason.CONNECT_TIMEOUT);
        engine.runFor(Duration.ofMinutes(5));

        assertThat(engine.sent())
                .containsExactly(
                        "mail FIRING the console's machine has no network",
                        "mail RESOLVED over: the console's machine has no network",
                        "mail FIRING bank/web is down: no connection in time");
    }

    @Test
    void whatWasDownBeforeStaysToldAndIsNotToldAgain() {
        TestEngine engine = running();
        probe.goesDown("shop/web", Reason.CONNECT_TIMEOUT);
        engine.runFor(Duration.ofMinutes(4));
        lineIsCut(engine);
        engine.runFor(Duration.ofMinutes(5));

        lineIsMended(engine);
        probe.goesDown("shop/web", Reason.CONNECT_TIMEOUT);
        engine.runFor(Duration.ofMinutes(4));

        assertThat(engine.sent())
                .containsExactly(
                        "mail FIRING shop/web is down: no connection in time",
                        "mail FIRING the console's machine has no network",
                        "mail RESOLVED over: the console's machine has no network",
                        "chat ESCALATION shop/web is down: no connection in time");
        assertThat(engine.openIncidents()).hasSize(1);
    }

    @Test
    void witnessesThatAreSilentWhileTargetsAnswerAreNotBelieved() {
        TestEngine engine = running();

        engine.witnesses(now -> heard(now, true, false));
        probe.goesDown("shop/web", Reason.CONNECT_TIMEOUT);
        engine.runFor(Duration.ofMinutes(10));

        assertThat(engine.sent()).containsExactly("mail FIRING shop/web is down: no connection in time");
        assertThat(engine.state().network().lost()).isEmpty();
    }

    @Test
    void aRefusalIsAnAnswerWhateverTheWitnessesSay() {
        TestEngine engine = running();

        engine.witnesses(now -> heard(now, true, false));
        probe.goesDown("shop/web", Reason.REFUSED);
        probe.goesDown("bank/web", Reason.REFUSED);
        engine.runFor(Duration.ofMinutes(4));

        assertThat(engine.openIncidents()).hasSize(2);
    }

    @Test
    void withoutAnInterfaceNothingIsSeenButThisMachineItself() {
        TestEngine engine = running();

        engine.witnesses(now -> new Testimony(now, false, List.of(outside(1, false), outside(2, false))));
        everythingIsSilent();
        engine.runFor(Duration.ofMinutes(5));

        assertThat(engine.sent()).containsExactly("mail FIRING the console's machine has no network");
        assertThat(engine.state("switch/web")).isEqualTo(State.STALE);
        assertThat(engine.state("here/web")).isEqualTo(State.UP);
    }

    @Test
    void aGatewayThatNeverAnsweredSaysNothing() {
        TestEngine engine = running(site(), Policies.USUAL);
        engine.witnesses(now -> new Testimony(now, true, List.of(new Answer("gateway 192.168.0.1", false, false))));

        probe.goesDown("switch/web", Reason.CONNECT_TIMEOUT);
        engine.runFor(Duration.ofMinutes(4));

        assertThat(engine.sent()).containsExactly("mail FIRING switch/web is down: no connection in time");
    }

    @Test
    void aLineThatIsBackWithinTheGroupsWaitIsNoNews() {
        TestEngine engine = running();
        lineIsCut(engine);
        engine.runFor(Duration.ofSeconds(40));

        lineIsMended(engine);
        engine.runFor(Duration.ofMinutes(5));

        assertThat(engine.sent()).isEmpty();
        assertThat(engine.state().gaps()).hasSize(1);
    }

    @Test
    void theAlertEndsAfterARestartWithANetwork() {
        TestEngine first = running();
        lineIsCut(first);
        first.runFor(Duration.ofMinutes(5));
        everythingAnswers();

        TestEngine second = TestEngine.restored(
                first.restorable(), Policies.on(site().build(), Policies.USUAL + OUTSIDE), clock, probe);
        second.witnesses(now -> heard(now, true, true));
        second.runFor(Duration.ofMinutes(3));

        assertThat(second.sent()).containsExactly("mail RESOLVED over: the console's machine has no network");
    }

    @Test
    void noChannelIsBlamedForTheLine() {
        TestEngine engine = running();
        lineIsCut(engine);
        engine.deliveries(_ -> new Delivery.Retry("no route to mail.example.org", Optional.empty()));
        engine.runFor(Duration.ofMinutes(25));

        lineIsMended(engine);
        engine.deliveries(_ -> Delivery.Accepted.PLAIN);
        engine.runFor(Duration.ofMinutes(30));

        assertThat(engine.verdicts()).noneMatch(verdict -> verdict.startsWith("FIRED channel-broken"));
    }

    @Test
    void decidesWithoutWitnessesThatDoNotComeBack() {
        TestEngine engine = running();
        engine.withoutWitnesses();

        probe.goesDown("shop/web", Reason.CONNECT_TIMEOUT);
        engine.runFor(Duration.ofMinutes(5));

        assertThat(engine.sent()).containsExactly("mail FIRING shop/web is down: no connection in time");
    }

    private TestEngine running() {
        return running(site(), Policies.USUAL + OUTSIDE);
    }

    private TestEngine running(Sites sites, String yaml) {
        everythingAnswers();
        TestEngine engine = TestEngine.of(Policies.on(sites.build(), yaml), clock, probe);
        engine.witnesses(now -> heard(now, true, true));
        engine.runFor(Duration.ofMinutes(2));
        return engine;
    }

    private static Sites site() {
        return Sites.site()
                .every(Duration.ofSeconds(30))
                .host("shop", "web")
                .at("198.51.100.7")
                .host("bank", "web")
                .at("bank.example.org")
                .host("switch", "web")
                .at("192.168.0.2")
                .host("here", "web");
    }

    private void lineIsCut(TestEngine engine) {
        engine.witnesses(now -> heard(now, true, false));
        probe.goesDown("shop/web", Reason.CONNECT_TIMEOUT);
        probe.goesDown("bank/web", Reason.NAME_NOT_FOUND);
    }

    private void lineIsMended(TestEngine engine) {
        engine.witnesses(now -> heard(now, true, true));
        everythingAnswers();
    }

    private void everythingIsSilent() {
        Stream.of("shop", "bank", "switch").forEach(host -> probe.goesDown(host + "/web", Reason.CONNECT_TIMEOUT));
    }

    private void everythingAnswers() {
        Map.of("shop", "198.51.100.7", "bank", "198.51.100.8", "switch", "192.168.0.2", "here", "127.0.0.1")
                .forEach((host, address) -> probe.sees(
                        host + "/web",
                        new Observation(
                                new Outcome.Up("fine"),
                                Timings.NONE,
                                List.of(),
                                List.of(new Fact("remote address", address + ":443")))));
    }

    private static Testimony heard(Instant now, boolean gateway, boolean outside) {
        return new Testimony(
                now,
                true,
                List.of(new Answer("gateway 192.168.0.1", false, gateway), outside(1, outside), outside(2, outside)));
    }

    private static Answer outside(int number, boolean answered) {
        return new Answer("192.0.2." + number + ":443", true, answered);
    }
}
