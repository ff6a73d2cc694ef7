package org.watchfloor.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.watchfloor.gate.Breaker;
import org.watchfloor.gate.BreakerPolicy;
import org.watchfloor.gate.GateId;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.State;
import org.watchfloor.ui.Pictures;
import org.watchfloor.ui.Stages;
import org.watchfloor.ui.Worlds;
import org.watchfloor.ui.fx.Target;
import org.watchfloor.ui.fx.Theme;

/** Writes pictures of values that are not fresh, and of what keeps them from being so, to {@code target/screens}. */
@Tag("pictures")
class StalePicturesTest {
    private static final String HELD = "api-4/ready";
    private static final String SHUT = "db-8/disk";
    private static final String UNSEEN = "edge-lon/bgp";

    @ParameterizedTest
    @MethodSource("org.watchfloor.ui.Pictures#themes")
    void inTheTableAndOnTheHost(Theme theme) {
        for (int width : Pictures.widths()) {
            try (Consoles console = Consoles.on(world().snapshot())) {
                Stages.onFx(() -> console.preferences().themeProperty().set(theme));
                Scene scene = Pictures.scene(console.shell().root(), theme, width, Pictures.height(width));
                console.goTo("hosts");
                Stages.onFx(() -> ((TextField) scene.lookup("#filter")).setText("host:api-4,db-8,edge-lon"));
                write(scene, "stale-hosts", theme, width);
                detail(console, scene, HELD, "stale-held-back", theme, width);
                detail(console, scene, SHUT, "stale-shut", theme, width);
                detail(console, scene, UNSEEN, "stale-unseen", theme, width);
                Stages.onFx(() -> scene.setRoot(new Pane()));
            }
        }
    }

    private static Worlds world() {
        Breaker open = Breaker.closed(BreakerPolicy.DEFAULT, Worlds.NOON).keptOpen(Worlds.NOON.minusSeconds(100));
        return Worlds.alarmed()
                .set(HELD, State.UP, Duration.ofHours(9))
                .heldBack(HELD, "held back by the rate limit of host api-4 (2 calls per 1s)")
                .gates(Map.of(new GateId(GateId.Kind.HOST, "db-8"), open));
    }

    private static void detail(Consoles console, Scene scene, String check, String name, Theme theme, int width) {
        console.open(new Target.OfCheck(CheckId.parse(check)));
        console.run("Enlarge or shrink the detail");
        write(scene, name, theme, width);
        console.run("Enlarge or shrink the detail");
    }

    private static void write(Scene scene, String name, Theme theme, int width) {
        for (int pass = 0; pass < 3; pass++) {
            Stages.onFx(() -> {
                scene.getRoot().applyCss();
                scene.getRoot().layout();
            });
            Stages.settle();
        }
        String size = width + "x" + Pictures.height(width);
        assertThat(Pictures.write(scene, name + "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + size))
                .isNotEmptyFile();
    }
}
