package org.watchfloor.ui.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.watchfloor.alert.Alert;
import org.watchfloor.model.State;
import org.watchfloor.ui.AlertScenes;
import org.watchfloor.ui.Sites;
import org.watchfloor.ui.StoriedHistory;
import org.watchfloor.ui.Worlds;
import org.watchfloor.ui.chart.ChartContent.Limit;
import org.watchfloor.ui.chart.Story;
import org.watchfloor.ui.chart.Window;
import org.watchfloor.ui.fx.Formats;

class LifeModelTest {
    private static final Formats UTC = new Formats(ZoneOffset.UTC);

    private final Worlds world = Worlds.calm(AlertScenes.on(Sites.sixtyHosts(), AlertScenes.SLOW_RULE));
    private final LifeModel model = new LifeModel(new StoriedHistory(), Runnable::run);

    @Test
    void showsTheFigureOfTheRuleWithItsLimits() {
        Life life = shown(AlertScenes.STORY);

        assertThat(life.figure().map(Figure::caption)).contains("latency");
        assertThat(life.chart(UTC).limits())
                .containsExactly(
                        new Limit(1_000, State.DOWN, "fires above 1 s"),
                        new Limit(800, State.UP, "recovers below 800 ms"));
        assertThat(life.chart(UTC).points()).isNotEmpty();
        assertThat(model.noteProperty().get()).isEmpty();
    }

    @Test
    void tellsTheLifeOfTheAlert() {
        Story story = shown(AlertScenes.STORY).story(UTC);

        assertThat(story.firing())
                .contains(new Window(Worlds.NOON.minusSeconds(3_600), Worlds.NOON.minusSeconds(1_100)));
        assertThat(story.flags())
                .extracting(Story.Flag::text)
                .containsExactly(
                        "pending 10:59:09 UTC",
                        "firing 11:04:09 UTC",
                        "acknowledged by jonas 11:15:49 UTC",
                        "resolved 11:45:49 UTC");
    }

    @Test
    void coversSomeTimeBeforeAndAfter() {
        Window window = shown(AlertScenes.STORY).window();

        assertThat(window.from()).isBefore(AlertScenes.STORY.since().minus(Duration.ofMinutes(5)));
        assertThat(window.to())
                .isAfter(AlertScenes.STORY.endedAt().orElseThrow())
                .isBefore(Worlds.NOON);
        assertThat(shown(AlertScenes.EXPIRING).window().to()).isEqualTo(Worlds.NOON);
    }

    @Test
    void findsTheMetricThatAPatternMeans() {
        assertThat(shown(AlertScenes.FULL).figure().map(Figure::metric)).contains("disk./var.used_percent");
    }

    @Test
    void drawsTheWorseLevelsToo() {
        assertThat(shown(AlertScenes.EXPIRING).chart(UTC).limits())
                .extracting(Limit::text)
                .containsExactly("fires below 30", "critical below 1", "high below 7", "medium below 14");
    }

    @Test
    void aRuleAboutStatesShowsStates() {
        Life life = shown(AlertScenes.DOWN);

        assertThat(life.figure()).isEmpty();
        assertThat(life.states(UTC).spans()).extracting(span -> span.state()).contains(State.DOWN);
    }

    @Test
    void saysThatNothingIsOnRecord() {
        LifeModel empty = new LifeModel(new org.watchfloor.ui.NoHistory(), Runnable::run);

        empty.show(world.snapshot(), Optional.of(AlertScenes.STORY));

        assertThat(empty.lifeProperty().get()).isPresent();
        assertThat(empty.noteProperty().get()).startsWith("Nothing is on record of this time");
    }

    @Test
    void goesBackFromAZoomToTheWholeLife() {
        Window whole = shown(AlertScenes.STORY).window();
        Instant from = Worlds.NOON.minusSeconds(3_000);

        model.zoom(new Window(from, from.plusSeconds(60)));
        Window zoomed = model.lifeProperty().get().orElseThrow().window();
        model.reset();

        assertThat(zoomed.from()).isEqualTo(from);
        assertThat(model.lifeProperty().get().orElseThrow().window()).isEqualTo(whole);
    }

    @Test
    void hasNothingToShowWithoutAnAlert() {
        shown(AlertScenes.STORY);

        model.show(world.snapshot(), Optional.empty());

        assertThat(model.lifeProperty().get()).isEmpty();
        assertThat(List.of(model.noteProperty().get())).containsExactly("");
    }

    private Life shown(Alert alert) {
        model.show(world.snapshot(), Optional.of(alert));
        return model.lifeProperty().get().orElseThrow();
    }
}
