package org.watchfloor.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.util.WaitForAsyncUtils;
import org.watchfloor.config.ConfigProblem;
import org.watchfloor.config.Place;
import org.watchfloor.config.Site;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.ui.AlertScenes;
import org.watchfloor.ui.Keys;
import org.watchfloor.ui.Pictures;
import org.watchfloor.ui.Stages;
import org.watchfloor.ui.Worlds;
import org.watchfloor.ui.fx.Theme;

/** Writes a picture of every screen in both themes and two sizes to {@code target/screens}. */
@Tag("pictures")
class ScreenPicturesTest {
    private record Size(int width, int height) {}

    private static final List<Size> SIZES = Pictures.widths().stream()
            .map(width -> new Size(width, Pictures.height(width)))
            .toList();

    @ParameterizedTest
    @MethodSource("org.watchfloor.ui.Pictures#themes")
    void everyScreen(Theme theme) {
        Worlds world = Worlds.alarmed();
        try (Consoles console = Consoles.on(world.snapshot()).warm(world)) {
            AlertScenes.fill(console.engine().alerts());
            Stages.onFx(() -> console.preferences().themeProperty().set(theme));
            for (Size size : SIZES) {
                Scene scene = Pictures.scene(console.shell().root(), theme, size.width(), size.height());
                for (String screen : console.shell().screenKeys()) {
                    console.goTo(screen);
                    Stages.onFx(() -> {
                        scene.getRoot().applyCss();
                        scene.getRoot().layout();
                    });
                    Stages.settle();

                    Pictures.write(scene, name(screen, theme, size));
                }
                Stages.onFx(() -> scene.setRoot(new javafx.scene.layout.Pane()));
            }
            assertThat(console.shell().screenKeys()).contains("wall", "engine", "settings", "lab");
        }
    }

    @ParameterizedTest
    @MethodSource("org.watchfloor.ui.Pictures#themes")
    void theWallOfFiveThousandHosts(Theme theme) {
        picture(Worlds.huge().snapshot(), "wall-5000", theme);
    }

    @ParameterizedTest
    @MethodSource("org.watchfloor.ui.Pictures#themes")
    void troubleOfTheConsoleItself(Theme theme) {
        Worlds world = Worlds.troubled()
                .storeTrouble("The disk of /var/lib/watchfloor is full: samples are held in memory, 48,112 so far.");
        picture(world.snapshot(), "banner", theme);
    }

    @ParameterizedTest
    @MethodSource("org.watchfloor.ui.Pictures#themes")
    void whatLiesOverTheScreens(Theme theme) throws TimeoutException {
        Worlds world = Worlds.troubled();
        Size size = SIZES.getFirst();
        try (Consoles console = Consoles.on(world.snapshot()).warm(world)) {
            Scene scene = Pictures.scene(console.shell().root(), theme, size.width(), size.height());
            console.run("Find a command");
            Pictures.write(scene, name("palette", theme, size));
            Stages.onFx(() -> scene.lookup("#palette-letters").fireEvent(Keys.pressed(KeyCode.ESCAPE)));
            console.run("Show all keys");
            Pictures.write(scene, name("help", theme, size));
            console.run("Back");
            console.run("Next unacknowledged");
            Stages.onFx(() -> {
                Node wall = scene.lookup("#wall");
                Point2D there = wall.localToScene(60, 40);
                wall.fireEvent(Keys.mouse(MouseEvent.MOUSE_MOVED, there.getX(), there.getY()));
            });
            Pictures.write(scene, name("hover", theme, size));
            Stages.onFx(() -> scene.lookup("#wall").fireEvent(Keys.pressed(KeyCode.ENTER)));
            Node pane = Stages.onFx(() -> scene.lookup("#detail-pane"));
            WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> pane.isVisible() && pane.getTranslateX() == 0);
            Pictures.write(scene, name("detail", theme, size));
            console.run("Enter or leave the kiosk");
            Pictures.write(scene, name("kiosk", theme, size));
            Stages.onFx(() -> console.shell().tick(world.now().plusSeconds(12)));

            assertThat(Pictures.write(scene, name("stale", theme, size))).isNotEmptyFile();
        }
    }

    @ParameterizedTest
    @MethodSource("org.watchfloor.ui.Pictures#themes")
    void nothingIsWatchedYet(Theme theme) {
        picture(Worlds.calm(Site.EMPTY).snapshot(), "empty", theme);
    }

    @ParameterizedTest
    @MethodSource("org.watchfloor.ui.Pictures#themes")
    void aConfigurationWithProblems(Theme theme) {
        Worlds world = Worlds.troubled()
                .problem(new ConfigProblem(
                        new Place("hosts.yaml", 12, 9), "unknown key \"adress\"", "write \"address\""))
                .problem(new ConfigProblem(
                        new Place("services/shop.yaml", 4, 18),
                        "service \"shop\" has the instance \"web-31\", but no host is called so; hosts with a like name are"
                                + " web-1, web-3 and web-13",
                        "define the host \"web-31\" or name another one"));
        Size size = SIZES.getFirst();
        try (Consoles console = Consoles.on(world.snapshot())) {
            Scene scene = Pictures.scene(console.shell().root(), theme, size.width(), size.height());
            console.goTo("settings");

            assertThat(Pictures.write(scene, name("problems", theme, size))).isNotEmptyFile();
        }
    }

    private static void picture(Snapshot snapshot, String name, Theme theme) {
        try (Consoles console = Consoles.on(snapshot)) {
            for (Size size : SIZES) {
                Scene scene = Pictures.scene(console.shell().root(), theme, size.width(), size.height());

                assertThat(Pictures.write(scene, name(name, theme, size))).isNotEmptyFile();
                Stages.onFx(() -> scene.setRoot(new javafx.scene.layout.Pane()));
            }
        }
    }

    private static String name(String screen, Theme theme, Size size) {
        return screen + "-" + theme.name().toLowerCase(java.util.Locale.ROOT) + "-" + size.width() + "x"
                + size.height();
    }
}
