package org.watchfloor.ui.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.watchfloor.config.Site;
import org.watchfloor.ui.FakeHistory;
import org.watchfloor.ui.Worlds;
import org.watchfloor.ui.fx.LatestReply;

class TilesViewModelTest {
    private final TilesViewModel tiles =
            new TilesViewModel(new FakeHistory(), ZoneOffset.UTC, new LatestReply<>(Runnable::run));

    @Test
    void countsIncidentsAndWhatNobodyOwns() {
        tiles.show(Worlds.troubled().snapshot());

        assertThat(tiles.openProperty().get()).isEqualTo(3);
        assertThat(tiles.unacknowledgedProperty().get()).isEqualTo(2);
        assertThat(tiles.waitingProperty().get()).isEqualTo("waiting for 4 min");
        assertThat(tiles.oldestProperty().get()).isEqualTo("oldest 1 h");
    }

    @Test
    void leavesPausedChecksOut() {
        tiles.show(Worlds.troubled().snapshot());

        assertThat(tiles.upNoteProperty().get()).isEqualTo("150 of 158 checks");
        assertThat(tiles.upProperty().get()).isEqualTo("94.93 %");
    }

    @Test
    void meansOfTodayComeFromHistory() {
        tiles.show(Worlds.troubled().snapshot());

        assertThat(tiles.timeToAcknowledgeProperty().get()).isEqualTo("4 min 40 s");
        assertThat(tiles.timeToRepairProperty().get()).isEqualTo("30 min");
    }

    @Test
    void showsNoShareOfNothing() {
        tiles.show(Worlds.calm(Site.EMPTY).snapshot());

        assertThat(tiles.upProperty().get()).isEqualTo(TilesViewModel.NONE);
    }

    @Test
    void theLineGetsOnePointASecond() {
        Worlds world = Worlds.troubled();
        for (int i = 0; i < 20; i++) {
            tiles.show(world.pass(Duration.ofMillis(100)).snapshot());
        }

        assertThat(tiles.ratesProperty().get().size()).isEqualTo(2);
    }
}
