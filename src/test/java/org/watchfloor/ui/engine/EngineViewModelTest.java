package org.watchfloor.ui.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;
import org.watchfloor.ui.Worlds;
import org.watchfloor.ui.engine.EngineViewModel.LaneRow;
import org.watchfloor.ui.engine.EngineViewModel.StepRow;
import org.watchfloor.ui.fx.Formats;

class EngineViewModelTest {
    private final Worlds world = Worlds.troubled();
    private final EngineViewModel engine = new EngineViewModel(new Formats(ZoneOffset.UTC));

    @Test
    void listsTheLanesAsTheEngineNamesThem() {
        engine.show(world.snapshot());

        assertThat(engine.lanes()).contains(new LaneRow("ssh", "32", "5", "32", true));
    }

    @Test
    void theNewestGapStandsFirst() {
        engine.show(world.snapshot());

        assertThat(engine.gaps().getFirst().cause()).isEqualTo("Watchfloor was not running");
        assertThat(engine.gaps().getFirst().length()).isEqualTo("1 min");
        assertThat(engine.gaps().getLast().from()).isEqualTo("2026-11-20 00:57:29 UTC");
    }

    @Test
    void rowsThatDidNotChangeAreLeftAlone() {
        engine.show(world.snapshot());
        List<String> changes = new ArrayList<>();
        engine.steps().addListener((ListChangeListener<StepRow>) change -> changes.add("changed"));

        engine.show(world.pass(Duration.ofSeconds(1)).snapshot());

        assertThat(changes).isEmpty();
        assertThat(engine.steps()).hasSize(5);
    }

    @Test
    void troubleOfTheStoreIsSaid() {
        engine.show(world.storeTrouble("The disk is full.").snapshot());

        assertThat(engine.troubleProperty().get()).isEqualTo("The disk is full.");
    }

    @Test
    void figuresAreWrittenForPeople() {
        engine.show(world.snapshot());

        assertThat(engine.store()).contains(new EngineViewModel.Figure("Size on disk", "214 MB", ""));
        assertThat(engine.lagTextProperty().get()).isEqualTo("p50 1.2 ms   p99 8.1 ms   longest 41 ms");
    }
}
