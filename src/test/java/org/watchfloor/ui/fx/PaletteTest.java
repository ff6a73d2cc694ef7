package org.watchfloor.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.watchfloor.model.State;
import org.watchfloor.ui.Pictures;
import org.watchfloor.ui.Stages;

@Tag("ui")
class PaletteTest {
    @Test
    void readsColoursAndFontFromTheStyleSheets() {
        Stages.toolkit();
        Palette palette = Stages.onFx(Palette::new);

        Pictures.scene(Stages.onFx(() -> new StackPane(palette)), Theme.DARK, 100, 100);

        assertThat(palette.color(State.DOWN)).isEqualTo(Color.web("#f85149"));
        assertThat(palette.fontFamily()).isEqualTo("Inter");
    }

    @Test
    void followsTheTheme() {
        Stages.toolkit();
        Palette palette = Stages.onFx(Palette::new);
        var scene = Pictures.scene(Stages.onFx(() -> new StackPane(palette)), Theme.DARK, 100, 100);
        int before = palette.versionProperty().get();

        Stages.onFx(() -> {
            Theme.LIGHT.apply(scene);
            scene.getRoot().applyCss();
        });

        assertThat(palette.color(State.DOWN)).isEqualTo(Color.web("#cf222e"));
        assertThat(palette.versionProperty().get()).isGreaterThan(before);
    }
}
