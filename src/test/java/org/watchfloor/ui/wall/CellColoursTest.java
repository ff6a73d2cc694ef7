package org.watchfloor.ui.wall;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.watchfloor.model.State;
import org.watchfloor.ui.Pictures;
import org.watchfloor.ui.Stages;
import org.watchfloor.ui.fx.Contrast;
import org.watchfloor.ui.fx.Palette;
import org.watchfloor.ui.fx.Theme;

@Tag("ui")
class CellColoursTest {
    @ParameterizedTest
    @EnumSource(Theme.class)
    void shapesStandOutThreeToOneAndNamesMore(Theme theme) {
        CellColours colours = new CellColours(palette(theme));

        for (State state : State.values()) {
            for (boolean inHand : new boolean[] {false, true}) {
                CellColours.Small small = colours.small(state, inHand);
                CellColours.Colours large = colours.of(state, inHand);
                String what = state + (inHand ? " in hand" : "");
                assertContrast(what + ", small", small.fill(), small.mark(), 3);
                assertContrast(what + ", shape", large.fill(), large.mark(), 3);
                assertContrast(what + ", name and marks", large.fill(), large.text(), 4.5);
            }
        }
    }

    private static void assertContrast(String what, Color ground, Color ink, double least) {
        assertThat(Contrast.ratio(ground, ink)).as(what).isGreaterThanOrEqualTo(least);
    }

    private static Palette palette(Theme theme) {
        Stages.toolkit();
        Palette palette = Stages.onFx(Palette::new);
        Pictures.scene(Stages.onFx(() -> new StackPane(palette)), theme, 100, 100);
        return palette;
    }
}
