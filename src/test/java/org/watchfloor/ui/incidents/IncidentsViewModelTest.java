package org.watchfloor.ui.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.watchfloor.model.Actor;
import org.watchfloor.model.IncidentId;
import org.watchfloor.ui.FakeEngine;
import org.watchfloor.ui.FakeHistory;
import org.watchfloor.ui.Worlds;

class IncidentsViewModelTest {
    private final Worlds world = Worlds.troubled();
    private final FakeEngine engine = new FakeEngine(world.snapshot());
    private final IncidentsViewModel viewModel =
            new IncidentsViewModel(engine, new FakeHistory(), new Actor("mara"), Runnable::run);

    IncidentsViewModelTest() {
        viewModel.show(engine.current());
    }

    @Test
    void listsNobodysFirstThenOpenThenClosed() {
        assertThat(hosts()).containsExactly("mail-relay-2", "web-7", "db-3", "web-2", "db-6");
    }

    @Test
    void listsOpenOnesOnlyWhenAsked() {
        viewModel.select(Selection.OPEN);

        assertThat(hosts()).containsExactly("mail-relay-2", "web-7", "db-3");
    }

    @Test
    void keepsRowsWhileIncidentsChange() {
        IncidentRow before = row("web-7");
        viewModel.choose(before);

        viewModel.show(world.acknowledge("web-7", "mara").snapshot());

        assertThat(row("web-7")).isSameAs(before);
        assertThat(before.incident().acknowledged()).isPresent();
        assertThat(viewModel.chosenProperty().get()).isSameAs(before);
        assertThat(viewModel.canAcknowledge()).isFalse();
    }

    @Test
    void dropsAnIncidentThatIsOpenNoMore() {
        viewModel.show(world.resolve("web-7").pass(Duration.ofSeconds(1)).snapshot());

        assertThat(hosts()).doesNotContain("web-7");
    }

    @Test
    void showsTheTimelineOfTheChosenOneWithDeltas() {
        viewModel.choose(new IncidentId(138));

        assertThat(viewModel.timeline().lines())
                .extracting(line -> line.after().map(Duration::toSeconds).orElse(0L))
                .containsExactly(0L, 60L, 1L, 1_199L);
        assertThat(viewModel.timeline().noteProperty().get()).isEmpty();
    }

    @Test
    void acknowledgesAndNotesInTheNameOfTheOperator() {
        viewModel.choose(row("web-7"));

        viewModel.acknowledge("on it");
        boolean blank = viewModel.addNote("  \n ");
        boolean added = viewModel.addNote(" replaced the cable\n");

        assertThat(blank).isFalse();
        assertThat(added).isTrue();
        assertThat(engine.told()).containsExactly("acknowledge 140 by mara", "note 140 by mara: replaced the cable");
    }

    @Test
    void tellsMeanTimes() {
        assertThat(viewModel.meansProperty().get().detect()).contains(Duration.ofSeconds(60));
        assertThat(viewModel.meansProperty().get().repair()).contains(Duration.ofMinutes(30));
    }

    private List<String> hosts() {
        return viewModel.rows().stream()
                .map(row -> row.incident().host().value())
                .toList();
    }

    private IncidentRow row(String host) {
        return viewModel.rows().stream()
                .filter(row -> row.incident().host().value().equals(host))
                .findFirst()
                .orElseThrow();
    }
}
