package org.watchfloor.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import javafx.scene.Scene;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.watchfloor.ui.AlertScenes;
import org.watchfloor.ui.Pictures;
import org.watchfloor.ui.Stages;
import org.watchfloor.ui.Worlds;
import org.watchfloor.ui.fx.Target;
import org.watchfloor.ui.fx.Theme;

/** Writes pictures of the tray, full and empty, to {@code target/screens}. */
@Tag("pictures")
class AwayPicturesTest {
    @ParameterizedTest
    @MethodSource("org.watchfloor.ui.Pictures#themes")
    void whatHappenedInANight(Theme theme) {
        try (Consoles console = Consoles.after(
                Duration.ofHours(12),
                Worlds.alarmed().snapshot(),
                AlertScenes.DOWN,
                AlertScenes.CERTIFICATE,
                AlertScenes.SILENCED,
                AlertScenes.OWNED)) {
            draw(console, theme, "away-");
        }
    }

    @ParameterizedTest
    @MethodSource("org.watchfloor.ui.Pictures#themes")
    void nothingThatWasNotSeen(Theme theme) {
        try (Consoles console = Consoles.on(Worlds.alarmed().snapshot())) {
            draw(console, theme, "away-empty-");
        }
    }

    private static void draw(Consoles console, Theme theme, String name) {
        console.goTo("hosts");
        Scene scene = Pictures.scene(console.shell().root(), theme, 1280, 800);
        console.open(new Target.OfAway());
        Stages.settle();

        assertThat(Pictures.write(scene, name + theme.name().toLowerCase(Locale.ROOT) + "-1280x800"))
                .isNotEmptyFile();
    }
}
