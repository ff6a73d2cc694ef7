package org.watchfloor.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.watchfloor.config.Site;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.model.Actor;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.Fact;
import org.watchfloor.model.HostId;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.Reason;
import org.watchfloor.model.State;
import org.watchfloor.model.Timings;
import org.watchfloor.ui.FakeEngine;
import org.watchfloor.ui.Worlds;
import org.watchfloor.ui.fx.Formats;

class HostViewModelTest {
    private final Worlds world = Shops.broken();
    private final FakeEngine engine = new FakeEngine(world.snapshot());
    private final HostViewModel host =
            new HostViewModel(new HostId("web-7"), engine, new Actor("mara"), new Formats(ZoneOffset.UTC));

    @Test
    void saysWhatIsBrokenAndSinceWhen() {
        host.show(world.snapshot());

        assertThat(host.head().state()).isEqualTo(State.DOWN);
        assertThat(host.head().since()).isEqualTo("down since 12:00:09 UTC · 4 min");
        assertThat(host.head().incident()).isEqualTo("Incident 140 since 12:00:09 UTC, not acknowledged");
        assertThat(host.head().tags()).isEqualTo("edge  prod  web");
        assertThat(host.head().place()).isEqualTo("web.yaml:41");
    }

    @Test
    void saysWhatIsTrueBesidesItsStateAndLeadsThere() {
        HostViewModel marked =
                new HostViewModel(new HostId("db-8"), engine, new Actor("mara"), new Formats(ZoneOffset.UTC));

        marked.show(Worlds.marked().snapshot());

        assertThat(marked.head().remarks())
                .extracting(Remark::text, Remark::link)
                .containsExactly(tuple(
                        "silenced until 18:00:00 UTC by mara: data moves to the new volume", "Silence disk-move"));
    }

    @Test
    void namesAnAlertThatNobodyHasTaken() {
        HostViewModel open =
                new HostViewModel(new HostId("mail-relay-2"), engine, new Actor("mara"), new Formats(ZoneOffset.UTC));

        open.show(Worlds.marked().snapshot());

        assertThat(open.head().remarks())
                .extracting(Remark::text, Remark::link)
                .containsExactly(tuple(
                        "firing, nobody has taken it: mail-relay-2/smtp is down: certificate expired 3 h ago",
                        "Alert 42"));
    }

    @Test
    void namesItsParentsWithTheirState() {
        host.show(world.set("fw-1/ping", State.DOWN, Duration.ZERO).snapshot());

        assertThat(host.head().parents())
                .extracting(Related::title, Related::state)
                .containsExactly(tuple("fw-1", State.DOWN), tuple("switch-2", State.UP));
    }

    @Test
    void beginsWithTheWorstCheck() {
        host.show(Shops.broken()
                .set("web-7/front", State.UP, Duration.ZERO)
                .set("web-7/health", State.DEGRADED, Duration.ZERO)
                .snapshot());

        assertThat(host.selectedProperty().get()).contains(Shops.HEALTH);
    }

    @Test
    void snapshotsKeepRowsAndSelection() {
        host.show(world.snapshot());
        host.selectedProperty().set(Optional.of(Shops.HEALTH));
        List<CheckRow> before = List.copyOf(host.rows());

        host.show(world.set("web-7/vitals", State.DOWN, Duration.ZERO).snapshot());

        assertThat(host.selectedProperty().get()).contains(Shops.HEALTH);
        assertThat(host.rows())
                .usingElementComparator((one, other) -> one == other ? 0 : 1)
                .isEqualTo(before);
        assertThat(host.rows().get(2).line().state()).isEqualTo(State.DOWN);
    }

    @Test
    void aHostThatVanishesIsSaidAndComesBack() {
        host.show(world.snapshot());

        host.show(Worlds.calm(Site.EMPTY).snapshot());

        assertThat(host.goneProperty().get()).isTrue();
        assertThat(host.rows()).isEmpty();
        assertThat(host.selectedProperty().get()).isEmpty();
        assertThat(host.check()).isEmpty();
        assertThat(host.canCheck() || host.canPause() || host.canResume() || host.canAcknowledge())
                .isFalse();

        host.show(world.snapshot());

        assertThat(host.goneProperty().get()).isFalse();
        assertThat(host.selectedProperty().get()).contains(Shops.FRONT);
    }

    @Test
    void commandsMeanAllChecksOrTheSelectedOne() {
        host.show(world.snapshot());
        host.checkNow();
        host.diagnoseSelected();
        host.pauseSelected();
        host.acknowledge();

        assertThat(engine.told())
                .containsExactly(
                        "check now [web-7/front, web-7/health, web-7/vitals]",
                        "diagnose [web-7/front]",
                        "pause [web-7/front] by mara",
                        "acknowledge 140 by mara");
    }

    @Test
    void saysThatTheWayIsBeingTriedAndWhatWasFoundBefore() {
        host.show(world.snapshot());
        boolean before = host.isDiagnosing();

        host.show(world.diagnosing("web-7/front").snapshot());

        assertThat(before).isFalse();
        assertThat(host.isDiagnosing()).isTrue();
        assertThat(host.resultProperty().get().diagnosis())
                .startsWith("Trying the way to the target step by step, since 12:04:09 UTC …")
                .contains("broken at TCP");
    }

    @Test
    void pausedChecksCanBeResumed() {
        host.show(world.snapshot());
        assertThat(host.canResume()).isFalse();

        host.show(world.set("web-7/front", State.PAUSED, Duration.ZERO).snapshot());

        assertThat(host.canResume()).isTrue();
        assertThat(host.canPause()).isTrue();
        assertThat(host.isSelectedPaused()).isTrue();
    }

    @Test
    void whatIsAcknowledgedIsNotOfferedAgain() {
        host.show(world.acknowledge("web-7", "jo").snapshot());

        assertThat(host.canAcknowledge()).isFalse();
        assertThat(host.head().incident()).contains("acknowledged by jo at 12:02:49 UTC");
    }

    @Test
    void hostileTextIsShownSafely() {
        Snapshot snapshot = world.snapshot();
        String hostile = "\u001b]0;owned\u0007\u202e" + "y".repeat(100_000) + "\n\n\nlast";
        host.show(Shops.with(
                snapshot,
                snapshot.check(Shops.FRONT).orElseThrow(),
                new Observation(
                        new Outcome.Down(Reason.STATUS, hostile),
                        Timings.NONE,
                        List.of(),
                        List.of(new Fact("body", hostile)))));

        CheckRow row = host.rows().getFirst();
        LastResult result = host.resultProperty().get();

        assertThat(row.line().message())
                .startsWith("\\x1b]0;owned\\x07\\u202eyyy")
                .doesNotContain("\n")
                .hasSizeLessThan(400);
        assertThat(result.message()).hasSizeLessThan(2_100);
        assertThat(result.facts()).startsWith("body").hasSizeLessThan(8_200).doesNotContain("\u001b");
        assertThat(result.reason()).isEqualTo("unexpected status");
    }

    @Test
    void aCheckThatWasAskedForIsTheSelectedOne() {
        host.selectedProperty().set(Optional.of(CheckId.parse("web-7/vitals")));

        host.show(world.snapshot());

        assertThat(host.selectedProperty().get()).contains(CheckId.parse("web-7/vitals"));
    }
}
