package org.watchfloor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.HostId;

class AgendaTest {
    private final TestClock clock = TestClock.at("2026-03-29T00:59:00Z");
    private final FakeProbe probe = new FakeProbe();

    @Test
    void spreadsStartsOverTheInterval() {
        TestEngine engine = TestEngine.of(
                Sites.site().every(Duration.ofSeconds(60)).hosts(600).build(), clock, probe);
        engine.runFor(Duration.ofMinutes(2));
        Instant from = clock.instant();
        engine.runFor(Duration.ofMinutes(1));

        Map<Long, Long> perSecond = engine.starts().stream()
                .filter(start -> start.isAfter(from))
                .collect(Collectors.groupingBy(Instant::getEpochSecond, Collectors.counting()));
        assertThat(perSecond.values()).allMatch(count -> count <= 12);
        assertThat(perSecond.values().stream().mapToLong(Long::longValue).sum()).isBetween(598L, 602L);
    }

    @Test
    void looksAtEverythingWithinTheRamp() {
        TestEngine engine = TestEngine.of(
                Sites.site().every(Duration.ofMinutes(60)).hosts(500).build(), clock, probe);
        engine.runFor(Duration.ofMillis(2_100));

        assertThat(engine.starts()).hasSize(500);
    }

    @Test
    void catchesNothingUpInABurst() {
        TestEngine engine = TestEngine.of(
                Sites.site().every(Duration.ofSeconds(5)).hosts(100).build(), clock, probe);
        engine.runFor(Duration.ofSeconds(20));
        int before = engine.starts().size();
        clock.advance(Duration.ofSeconds(4));
        engine.runFor(Duration.ofMillis(500));

        assertThat(engine.starts().size() - before).isLessThan(60);
        assertThat(engine.skipped()).isPositive();
    }

    @Test
    void givesNoTurnToACheckThatIsStillBusy() {
        Agenda agenda = new Agenda(probe.probes());
        agenda.adopt(Sites.site().every(Duration.ofSeconds(5)).hosts(1).build(), Set.of(), clock.instant());
        Turn turn = agenda.takeDue(clock.instant()).orElseThrow();
        agenda.planNext(turn, clock.instant());
        clock.advanceTo(agenda.nextDue().orElseThrow());
        boolean second = agenda.takeDue(clock.instant()).isPresent();
        agenda.runNow(List.of(new CheckId(new HostId("host-0"), "check")), clock.instant());

        assertThat(second).isFalse();
        assertThat(agenda.skipped()).isEqualTo(1);
        assertThat(agenda.takeDue(clock.instant())).isEmpty();
    }

    @Test
    void givesATurnALittleEarlyAndKeepsToTheGrid() {
        Agenda agenda = new Agenda(probe.probes());
        agenda.adopt(Sites.site().every(Duration.ofSeconds(5)).hosts(1).build(), Set.of(), clock.instant());
        Turn turn = agenda.takeDue(clock.instant()).orElseThrow();
        agenda.planNext(turn, clock.instant());
        agenda.ended(turn);
        Instant due = agenda.nextDue().orElseThrow();
        clock.advanceTo(due.minusMillis(40));
        boolean tooEarly = agenda.takeEarly(clock.instant().plusMillis(39)).isPresent();
        boolean early = agenda.takeEarly(clock.instant().plusMillis(50)).isPresent();
        agenda.planNext(turn, clock.instant());

        assertThat(tooEarly).isFalse();
        assertThat(early).isTrue();
        assertThat(agenda.nextDue()).contains(due.plusSeconds(5));
    }

    @Test
    void leavesABusyCheckInPeaceUntilItIsDue() {
        Agenda agenda = new Agenda(probe.probes());
        agenda.adopt(Sites.site().every(Duration.ofSeconds(5)).hosts(1).build(), Set.of(), clock.instant());
        Turn turn = agenda.takeDue(clock.instant()).orElseThrow();
        agenda.planNext(turn, clock.instant());
        clock.advanceTo(agenda.nextDue().orElseThrow().minusMillis(1));

        assertThat(agenda.takeEarly(clock.instant().plusMillis(50))).isEmpty();
        assertThat(agenda.skipped()).isZero();
    }
}
