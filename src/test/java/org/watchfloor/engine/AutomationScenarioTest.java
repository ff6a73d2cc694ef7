package org.watchfloor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.watchfloor.config.Site;
import org.watchfloor.model.Reason;
import org.watchfloor.recovery.action.Action;
import org.watchfloor.recovery.action.AutomationLevel;
import org.watchfloor.recovery.action.AutomationMove;
import org.watchfloor.recovery.action.Status;
import org.watchfloor.recovery.action.StepEnd;
import org.watchfloor.recovery.approval.PinHash;

/** What begins by itself at each level, what would have, and when the console gives up that right. */
class AutomationScenarioTest {
    private static final String FRONT = Acted.FRONT;

    private final TestClock clock = TestClock.at("2026-01-05T09:00:00Z");
    private final FakeProbe probe = new FakeProbe();

    @Test
    void whatWouldHaveBegunIsOnRecordInShadowAndUnderMonitor() {
        for (AutomationLevel level : List.of(AutomationLevel.SHADOW, AutomationLevel.MONITOR)) {
            TestEngine engine = running(level, 1);
            fails(engine, FRONT);

            assertThat(new Acted(engine).actions()).singleElement().satisfies(action -> {
                assertThat(action.status()).isEqualTo(Status.REFUSED);
                assertThat(action.said())
                        .isEqualTo("would have begun by itself if the automation level is LIMITED or higher, but it is "
                                + level);
            });
            probe.comesUp(FRONT);
        }
    }

    @Test
    void underLimitedOnlyWhatIsSafeBegins() {
        TestEngine engine = running(AutomationLevel.LIMITED, 1);
        fails(engine, FRONT);
        engine.runFor(Duration.ofMinutes(3));

        assertThat(new Acted(engine).last("careful").status()).isEqualTo(Status.FAILED);
        assertThat(new Acted(engine).last("bold").status()).isEqualTo(Status.REFUSED);
        assertThat(new Acted(engine).last("bold").said()).startsWith("would have begun by itself");
    }

    @Test
    void underFullTheyBeginOneAfterTheOtherUntilOneHelps() {
        TestEngine engine = running(AutomationLevel.FULL, 1);
        engine.performs(step -> {
            if (step.step().summary().contains("bold")) {
                probe.comesUp(FRONT);
            }
            return Optional.of(StepEnd.succeeded("exit code 0"));
        });

        fails(engine, FRONT);
        engine.runFor(Duration.ofMinutes(3));

        assertThat(new Acted(engine).last("careful").status()).isEqualTo(Status.FAILED);
        assertThat(new Acted(engine).last("bold").status()).isEqualTo(Status.SUCCEEDED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dangerous: true", "two-person: true"})
    void whatAPersonHasToConfirmNeverBeginsByItself(String mark) {
        Site site = new WrittenSites(probe)
                .site("""
                defaults: { every: 10s, timeout: 5s, unhealthy-after: 2, healthy-after: 2 }
                hosts: { web-1: { address: 192.0.2.1, checks: { up: { fake: { name: web-1/up } } } } }
                approvers: { bo: { pin: "%s" } }
                runbooks:
                  wipe:
                    for: { failures: [connection-refused] }
                    %s
                    steps: [ { command: { argv: [/bin/wipe] } } ]
                    proof: { none: trial }
                """.formatted(PinHash.of("bo's pin").text(), mark));
        TestEngine engine = TestEngine.of(site, clock, probe);
        engine.tell(new Event.SetAutomation(
                Optional.empty(), Optional.of(AutomationLevel.FULL), Optional.empty(), TestEngine.ALICE, "trial"));
        engine.runFor(Duration.ofMinutes(1));

        fails(engine, FRONT);

        assertThat(engine.state().failures().all()).hasSize(1);
        assertThat(new Acted(engine).actions()).isEmpty();
    }

    @Test
    void itBeginsWithTheFailureAndNotLater() {
        TestEngine engine = running(AutomationLevel.FULL, 1);
        fails(engine, FRONT);

        Action action = new Acted(engine).last("careful");
        assertThat(engine.state().failures().all().getFirst().at()).isEqualTo(action.asked());
    }

    @Test
    void afterTooManyThatDidNotHelpNothingBeginsByItself() {
        TestEngine engine = running(AutomationLevel.FULL, 8);
        IntStream.rangeClosed(1, 8).forEach(host -> probe.goesDown("web-" + host + "/up", Reason.REFUSED));
        engine.runFor(Duration.ofMinutes(6));

        AutomationMove move = moves(engine).getLast();
        assertThat(move.level()).contains(AutomationLevel.MONITOR);
        assertThat(move.by()).isEmpty();
        assertThat(move.why()).contains("have not helped within 10 min");
        assertThat(engine.state().actions().automation().console()).isEqualTo(AutomationLevel.MONITOR);
        assertThat(engine.state().actions().running()).isEmpty();
    }

    @Test
    void whenManyThingsFailAtOnceAFewAreMendedAtATime() {
        TestEngine engine = running(AutomationLevel.FULL, 40);
        List<Integer> atWork = new ArrayList<>();
        engine.performs(_ -> {
            atWork.add(engine.state().actions().running().size());
            return Optional.of(StepEnd.succeeded("exit code 0"));
        });
        IntStream.rangeClosed(1, 40).forEach(host -> probe.goesDown("web-" + host + "/up", Reason.REFUSED));
        engine.runFor(Duration.ofSeconds(30));

        assertThat(engine.state().actions().running()).hasSize(Automating.MOST_AT_ONCE);
        assertThat(engine.state().actions().waiting()).hasSize(30);
        IntStream.rangeClosed(1, 40).forEach(host -> probe.comesUp("web-" + host + "/up"));
        engine.runFor(Duration.ofMinutes(1));

        assertThat(engine.state().actions().running()).isEmpty();
        assertThat(engine.state().actions().waiting()).isEmpty();
        assertThat(atWork)
                .hasSizeGreaterThanOrEqualTo(Automating.MOST_AT_ONCE)
                .allSatisfy(count -> assertThat(count).isLessThanOrEqualTo(Automating.MOST_AT_ONCE));
    }

    @Test
    void whoseTurnComesLaterIsMendedThen() {
        TestEngine engine = running(AutomationLevel.FULL, 12);
        IntStream.rangeClosed(1, 12).forEach(host -> probe.goesDown("web-" + host + "/up", Reason.REFUSED));
        engine.runFor(Duration.ofSeconds(30));
        Set<String> first = begun(engine);
        engine.state().actions().running().values().stream().limit(3).forEach(one -> {
            probe.comesUp(one.action().target().check().toString());
        });
        engine.runFor(Duration.ofSeconds(40));

        assertThat(first).hasSize(Automating.MOST_AT_ONCE);
        assertThat(begun(engine)).hasSize(12);
    }

    private static Set<String> begun(TestEngine engine) {
        return new Acted(engine)
                .actions().stream()
                        .filter(action -> action.status() != Status.REFUSED)
                        .map(action -> action.target().check().toString())
                        .collect(Collectors.toSet());
    }

    @Test
    void whenTheStoreIsLostNothingBeginsByItself() {
        TestEngine engine = running(AutomationLevel.FULL, 1);

        engine.tell(new Event.StoreLost("the disk is full"));
        fails(engine, FRONT);

        assertThat(new Acted(engine).last("careful").said()).startsWith("would have begun by itself");
        assertThat(moves(engine).getLast().why()).isEqualTo("the store takes nothing: the disk is full");
    }

    @Test
    void theLevelOutlivesARestart() {
        TestEngine engine = running(AutomationLevel.FULL, 1);

        engine.restartAfter(Duration.ofSeconds(30), engine.state().layout().site());

        assertThat(engine.state().actions().automation().console()).isEqualTo(AutomationLevel.FULL);
    }

    private void fails(TestEngine engine, String check) {
        probe.goesDown(check, Reason.REFUSED);
        engine.runFor(Duration.ofSeconds(25));
    }

    private TestEngine running(AutomationLevel level, int hosts) {
        StringBuilder text = new StringBuilder(
                "defaults: { every: 10s, timeout: 5s, unhealthy-after: 2, healthy-after: 2 }\nhosts:\n");
        for (int host = 1; host <= hosts; host++) {
            text.append("  web-%1$d: { address: 192.0.2.%1$d, checks: { up: { fake: { name: web-%1$d/up } } } }\n"
                    .formatted(host));
        }
        Site site = new WrittenSites(probe).site(text + """
                runbooks:
                  careful:
                    for: { failures: [connection-refused] }
                    safe: true
                    priority: 10
                    steps: [ { command: { argv: [/bin/careful] } } ]
                    proof: { checks: [this], green-for: 0s, within: 1m }
                  bold:
                    for: { failures: [connection-refused] }
                    priority: 20
                    steps: [ { command: { argv: [/bin/bold] } } ]
                    proof: { checks: [this], green-for: 0s, within: 1m }
                """);
        TestEngine engine = TestEngine.of(site, clock, probe);
        engine.tell(new Event.SetAutomation(
                Optional.empty(), Optional.of(level), Optional.empty(), TestEngine.ALICE, "trial"));
        engine.runFor(Duration.ofMinutes(1));
        return engine;
    }

    private static List<AutomationMove> moves(TestEngine engine) {
        return engine.entries().stream()
                .flatMap(entry ->
                        entry instanceof Entry.AutomationSet(AutomationMove move) ? Stream.of(move) : Stream.empty())
                .toList();
    }
}
