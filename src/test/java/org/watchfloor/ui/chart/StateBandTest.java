package org.watchfloor.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.watchfloor.engine.History.Span;
import org.watchfloor.model.State;
import org.watchfloor.ui.Stages;
import org.watchfloor.ui.Worlds;
import org.watchfloor.ui.fx.Formats;

@Tag("ui")
class StateBandTest {
    private static final Instant NOON = Worlds.NOON;

    private final StateBand band = Stages.onFx(this::band);

    @Test
    void hoveringNamesTheSpanAndItsLength() {
        assertThat(Stages.onFx(() -> band.textAt(325)))
                .isEqualTo("down · 2026-11-20 11:34:09 UTC – 2026-11-20 11:44:09 UTC · 10 min");
    }

    @Test
    void hoveringAHoleSaysThatNobodyLooked() {
        assertThat(Stages.onFx(() -> band.textAt(595))).startsWith("Watchfloor was not looking · ");
    }

    @Test
    void hoveringUnobservedTimeSaysSo() {
        assertThat(Stages.onFx(() -> band.textAt(5))).startsWith("no data at 2026-11-20 11:04:");
    }

    private StateBand band() {
        StateBand made = new StateBand();
        made.resize(600, 18);
        made.show(new StateBand.Content(
                Window.until(NOON, Duration.ofHours(1)),
                new Formats(ZoneOffset.UTC),
                List.of(
                        new Span(NOON.minusSeconds(3_000), NOON.minusSeconds(1_800), State.UP),
                        new Span(NOON.minusSeconds(1_800), NOON.minusSeconds(1_200), State.DOWN),
                        new Span(NOON.minusSeconds(1_200), NOON, State.UP)),
                List.of(new Window(NOON.minusSeconds(60), NOON))));
        return made;
    }
}
