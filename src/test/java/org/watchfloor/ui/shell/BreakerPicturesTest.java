package org.watchfloor.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.watchfloor.config.Site;
import org.watchfloor.model.HostId;
import org.watchfloor.ui.GateScenes;
import org.watchfloor.ui.Pictures;
import org.watchfloor.ui.Stages;
import org.watchfloor.ui.Worlds;
import org.watchfloor.ui.fx.Target;
import org.watchfloor.ui.fx.Theme;

/** Writes pictures of the breakers to {@code target/screens}. */
@Tag("pictures")
class BreakerPicturesTest {
    @ParameterizedTest
    @MethodSource("org.watchfloor.ui.Pictures#themes")
    void inAllStatesAndWithAHandOnOne(Theme theme) {
        for (int width : Pictures.widths()) {
            Worlds world = Worlds.alarmed().gates(GateScenes.present());
            try (Consoles console = Consoles.on(world.snapshot())) {
                console.engine().gates().knows(GateScenes.moves());
                Stages.onFx(() -> console.preferences().themeProperty().set(theme));
                console.goTo("breakers");
                write(console, "breakers", theme, width);
                Stages.onFx(() -> console.shell().open(new Target.OfGate(GateScenes.KEPT)));
                console.run("Reset the chosen breaker");
                write(console, "breakers-reset", theme, width);
                console.goTo("hosts");
                console.open(new Target.OfHost(new HostId("web-7")));
                write(console, "breakers-host", theme, width);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.watchfloor.ui.Pictures#themes")
    void eachStateInItsDetail(Theme theme) {
        try (Consoles console = Consoles.on(
                Worlds.alarmed().gates(GateScenes.withOneThatWaits()).snapshot())) {
            console.engine().gates().knows(GateScenes.moves());
            Stages.onFx(() -> console.preferences().themeProperty().set(theme));
            console.goTo("breakers");
            GateScenes.withOneThatWaits().keySet().forEach(gate -> {
                Stages.onFx(() -> console.shell().open(new Target.OfGate(gate)));
                Stages.settle();
                write(console, "breaker-" + gate.name(), theme, 1280);
            });
        }
    }

    @ParameterizedTest
    @MethodSource("org.watchfloor.ui.Pictures#themes")
    void whileThereIsNone(Theme theme) {
        try (Consoles console = Consoles.on(Worlds.calm(Site.EMPTY).snapshot())) {
            Stages.onFx(() -> console.preferences().themeProperty().set(theme));
            console.goTo("breakers");
            write(console, "breakers-none", theme, 1280);
        }
    }

    /** In a scene of its own, so that nothing of the picture before stays. */
    private static void write(Consoles console, String name, Theme theme, int width) {
        Scene scene = Pictures.scene(console.shell().root(), theme, width, Pictures.height(width));
        for (int pass = 0; pass < 3; pass++) {
            Stages.onFx(() -> {
                scene.getRoot().requestLayout();
                scene.getRoot().applyCss();
                scene.getRoot().layout();
            });
            Stages.settle();
        }
        assertThat(Stages.onFx(() -> scene.lookup("#breaker-form") == null
                        || scene.lookup("#breaker-form").isVisible() == name.equals("breakers-reset")))
                .isTrue();
        String size = width == 1280 ? "1280x800" : "2560x1440";
        assertThat(Pictures.write(scene, name + "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + size))
                .isNotEmptyFile();
        Stages.onFx(() -> scene.setRoot(new Pane()));
    }
}
