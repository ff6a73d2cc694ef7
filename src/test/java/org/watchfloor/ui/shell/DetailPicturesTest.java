package org.watchfloor.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.HostId;
import org.watchfloor.model.ServiceId;
import org.watchfloor.ui.DailyHistory;
import org.watchfloor.ui.Diagnosed;
import org.watchfloor.ui.Keys;
import org.watchfloor.ui.Pictures;
import org.watchfloor.ui.Stages;
import org.watchfloor.ui.Worlds;
import org.watchfloor.ui.detail.Shops;
import org.watchfloor.ui.fx.Target;
import org.watchfloor.ui.fx.Theme;

/** Writes pictures of the details, beside a screen and enlarged, to {@code target/screens}. */
@Tag("pictures")
class DetailPicturesTest {
    private static final Target FRONT = new Target.OfHost(new HostId("web-7"));
    private static final Target HEALTH = new Target.OfCheck(CheckId.parse("web-7/health"));

    @ParameterizedTest
    @MethodSource("org.watchfloor.ui.Pictures#themes")
    void ofAHost(Theme theme) {
        for (int width : Pictures.widths()) {
            picture(theme, width, FRONT, "detail-pane", "Chart of the last 1 h");
            picture(theme, width, HEALTH, "detail-full", "Chart of the last 24 h");
        }
        picture(theme, 1280, FRONT, "detail-full-down", "Chart of the last 30 d");
        picture(theme, 2560, FRONT, "detail-full-year", "Chart of the last 1 y");
        picture(theme, 1280, FRONT, "detail-full-day", "Chart of the last 24 h");
    }

    @ParameterizedTest
    @MethodSource("org.watchfloor.ui.Pictures#themes")
    void ofADiagnosisAskedFor(Theme theme) {
        Worlds world = Shops.broken();
        try (Consoles console = Consoles.on(Shops.detailed(world.snapshot()), new DailyHistory())) {
            Scene scene = Pictures.scene(console.shell().root(), theme, 1280, 800);
            console.open(FRONT);
            layOut(scene);
            console.run("Diagnose web-7/front");
            console.show(Shops.detailed(world.diagnosing("web-7/front").snapshot()));
            console.show(Shops.detailed(
                    world.diagnosed("web-7/front", Diagnosed.REFUSED).snapshot()));
            Stages.settle();

            assertThat(Pictures.write(scene, "detail-diagnosed-" + theme.name().toLowerCase(Locale.ROOT) + "-1280x800"))
                    .isNotEmptyFile();
            Stages.onFx(() -> scene.setRoot(new Pane()));
        }
    }

    @ParameterizedTest
    @MethodSource("org.watchfloor.ui.Pictures#themes")
    void ofAService(Theme theme) {
        picture(theme, 1280, new Target.OfService(new ServiceId("shop")), "detail-pane-service", "Check Shop now");
    }

    private static void picture(Theme theme, int width, Target target, String name, String command) {
        int height = Pictures.height(width);
        try (Consoles console = Consoles.on(Shops.detailed(Shops.broken().snapshot()), new DailyHistory())) {
            Stages.onFx(() -> console.preferences().themeProperty().set(theme));
            Scene scene = Pictures.scene(console.shell().root(), theme, width, height);
            console.open(target);
            console.run(command);
            if (name.startsWith("detail-full")) {
                console.run("Enlarge or shrink the detail");
            }
            Stages.settle();
            layOut(scene);
            if (name.equals("detail-full-day")) {
                point(scene);
            }
            Stages.onFx(() -> console.shell().tick(Shops.broken().now().plusSeconds(1)));
            assertThat(Pictures.write(
                            scene, name + "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width + "x" + height))
                    .isNotEmptyFile();
            Stages.onFx(() -> scene.setRoot(new Pane()));
        }
    }

    /** A chart that comes to know its width asks the history again. */
    private static void layOut(Scene scene) {
        for (int pass = 0; pass < 3; pass++) {
            Stages.onFx(() -> {
                scene.getRoot().applyCss();
                scene.getRoot().layout();
            });
            Stages.settle();
        }
    }

    /** Moves the pointer over the chart. */
    private static void point(Scene scene) {
        Stages.onFx(() -> {
            Node chart = scene.lookup("#chart");
            Point2D there = chart.localToScene(chart.getLayoutBounds().getWidth() * 0.7, 40);
            chart.fireEvent(Keys.mouse(MouseEvent.MOUSE_MOVED, there.getX(), there.getY()));
        });
    }
}
