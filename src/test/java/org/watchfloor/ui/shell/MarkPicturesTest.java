package org.watchfloor.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.watchfloor.alert.Alert;
import org.watchfloor.model.HostId;
import org.watchfloor.ui.AlertScenes;
import org.watchfloor.ui.Keys;
import org.watchfloor.ui.NoHistory;
import org.watchfloor.ui.Pictures;
import org.watchfloor.ui.Sites;
import org.watchfloor.ui.Stages;
import org.watchfloor.ui.StoriedHistory;
import org.watchfloor.ui.Worlds;
import org.watchfloor.ui.fx.Target;
import org.watchfloor.ui.fx.Theme;

/** Writes pictures of marks on the screens, and of charts of alerts, to {@code target/screens}. */
@Tag("pictures")
class MarkPicturesTest {
    @ParameterizedTest
    @MethodSource("org.watchfloor.ui.Pictures#themes")
    void onTheWallTheTableAndTheHost(Theme theme) {
        for (int width : Pictures.widths()) {
            try (Consoles console = Consoles.on(Worlds.marked().snapshot())) {
                Stages.onFx(() -> console.preferences().themeProperty().set(theme));
                Scene scene = scene(console, theme, width);
                write(scene, "marks-wall", theme, width);
                point(scene);
                write(scene, "marks-hover", theme, width);
                console.goTo("hosts");
                write(scene, "marks-hosts", theme, width);
                console.open(new Target.OfHost(new HostId("db-8")));
                write(scene, "marks-detail", theme, width);
                console.open(new Target.OfSilence("disk-move"));
                write(scene, "marks-silence", theme, width);
                console.goTo("wall");
                console.run("Show a cell for each check");
                write(scene, "marks-checks", theme, width);
                Stages.onFx(() -> scene.setRoot(new Pane()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.watchfloor.ui.Pictures#themes")
    void onFiveThousandCells(Theme theme) {
        for (int width : Pictures.widths()) {
            try (Consoles console = Consoles.on(Worlds.hugeInHand().snapshot())) {
                Scene scene = scene(console, theme, width);
                write(scene, "marks-5000", theme, width);
                Stages.onFx(() -> scene.setRoot(new Pane()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.watchfloor.ui.Pictures#themes")
    void chartsOfAlerts(Theme theme) {
        for (Alert alert : List.of(AlertScenes.STORY, AlertScenes.EXPIRING, AlertScenes.FULL, AlertScenes.DOWN)) {
            for (int width : Pictures.widths()) {
                Worlds world = Worlds.calm(AlertScenes.on(Sites.sixtyHosts(), AlertScenes.SLOW_RULE))
                        .alerts(alert.endedAt().isPresent() ? List.of() : List.of(alert));
                try (Consoles console = Consoles.on(world.snapshot(), new StoriedHistory())) {
                    chart(console, alert, theme, width, "alert-chart-" + alert.rule());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.watchfloor.ui.Pictures#themes")
    void anAlertOfWhichNothingIsOnRecord(Theme theme) {
        Worlds world = Worlds.calm(AlertScenes.on(Sites.sixtyHosts(), AlertScenes.SLOW_RULE));
        try (Consoles console = Consoles.on(world.snapshot(), new NoHistory())) {
            chart(console, AlertScenes.STORY, theme, 1280, "alert-chart-none");
        }
    }

    private static void chart(Consoles console, Alert alert, Theme theme, int width, String name) {
        AlertScenes.fill(console.engine().alerts());
        console.engine().alerts().knows(alert);
        Stages.onFx(() -> console.preferences().themeProperty().set(theme));
        Scene scene = scene(console, theme, width);
        console.goTo("alerts");
        Stages.onFx(() -> console.shell().open(new Target.OfAlert(alert.id())));
        for (int pass = 0; pass < 3; pass++) {
            Stages.onFx(() -> {
                scene.getRoot().applyCss();
                scene.getRoot().layout();
            });
            Stages.settle();
        }
        write(scene, name, theme, width);
        Stages.onFx(() -> scene.setRoot(new Pane()));
    }

    /** Moves the pointer over a cell of the wall. */
    private static void point(Scene scene) {
        Stages.onFx(() -> {
            Node wall = scene.lookup("#wall");
            Point2D there = wall.localToScene(0, 0);
            wall.fireEvent(Keys.mouse(MouseEvent.MOUSE_MOVED, there.getX() + 60, there.getY() + 240));
        });
    }

    private static Scene scene(Consoles console, Theme theme, int width) {
        return Pictures.scene(console.shell().root(), theme, width, Pictures.height(width));
    }

    private static void write(Scene scene, String name, Theme theme, int width) {
        Stages.settle();
        String size = width == 1280 ? "1280x800" : "2560x1440";
        assertThat(Pictures.write(scene, name + "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + size))
                .isNotEmptyFile();
    }
}
