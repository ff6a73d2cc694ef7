package org.watchfloor.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.watchfloor.config.ConfigProblem;
import org.watchfloor.config.Place;
import org.watchfloor.model.State;
import org.watchfloor.ui.Keys;
import org.watchfloor.ui.Stages;
import org.watchfloor.ui.Worlds;
import org.watchfloor.ui.fx.Theme;

/** What a person does with keyboard and mouse, in a real window. */
@Tag("ui")
class ConsoleJourneyTest {
    private final FxRobot robot = new FxRobot();
    private final Worlds world = Worlds.troubled();
    private final Consoles console = Consoles.on(world.snapshot());
    private final Stage stage = console.window();

    @AfterEach
    void close() {
        Stages.close(stage);
        console.close();
    }

    @Test
    void ctrlNumberGoesToAScreen() {
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT3).release(KeyCode.CONTROL);

        assertThat(text("#screen-title"))
                .isEqualTo(console.shell().screenTitles().get(2));
    }

    @Test
    void theRailGoesToAScreen() {
        Stages.click(robot, "#rail-engine");

        assertThat(text("#screen-title")).isEqualTo("Engine");
        assertThat(robot.lookup("#lag-histogram").tryQuery()).isPresent();
    }

    @Test
    void thePaletteFindsAndRunsACommand() {
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        robot.write("light theme");
        robot.type(KeyCode.ENTER);

        assertThat(console.preferences().themeProperty().get()).isEqualTo(Theme.LIGHT);
        assertThat(node("#palette").isVisible()).isFalse();
    }

    @Test
    void escapeClosesThePaletteAndNothingElse() {
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        assertThat(node("#palette").isVisible()).isTrue();

        robot.type(KeyCode.ESCAPE);

        assertThat(node("#palette").isVisible()).isFalse();
        assertThat(stage.isShowing()).isTrue();
    }

    @Test
    void slashGoesToTheFilterAndTypingFiltersTheWall() {
        type("/");
        robot.write("state:down");
        Stages.settle();

        assertThat(Stages.onFx(() -> stage.getScene().getFocusOwner())).isEqualTo(node("#filter"));
        assertThat(((TextField) node("#filter")).getText()).isEqualTo("state:down");
        assertThat(console.wallCells()).containsExactly("web-7", "db-3", "mail-relay-2");
    }

    @Test
    void escapeInTheFilterShowsEverythingAgain() {
        type("/");
        robot.write("state:down");

        robot.type(KeyCode.ESCAPE);

        assertThat(((TextField) node("#filter")).getText()).isEmpty();
        assertThat(console.wallCells()).hasSize(60);
    }

    @Test
    void jChoosesTheWorstAndRChecksIt() {
        type("j");
        type("r");

        assertThat(console.engine().told()).containsExactly("check now [web-7/front, web-7/health, web-7/cert]");
        assertThat(text("#toast")).isEqualTo("Checking web-7");
    }

    @Test
    void lettersInTheFilterRunNoCommand() {
        type("j");
        type("/");

        robot.write("rara");

        assertThat(console.engine().told()).isEmpty();
    }

    @Test
    void nAndAAcknowledge() {
        type("n");
        type("a");

        assertThat(console.engine().told()).containsExactly("acknowledge 140 by mara");
    }

    @Test
    void arrowsMoveOnTheWall() {
        robot.type(KeyCode.RIGHT, KeyCode.RIGHT);

        assertThat(node("#wall").getAccessibleText()).startsWith("api-4, degraded");
    }

    @Test
    void aClickOnACellChoosesIt() {
        Stages.settle();
        Node wall = node("#wall");

        robot.clickOn(robot.point(wall)
                .atOffset(
                        -wall.getBoundsInLocal().getWidth() / 2 + 40,
                        -wall.getBoundsInLocal().getHeight() / 2 + 48));

        assertThat(wall.getAccessibleText()).startsWith("web-7, down");
    }

    @Test
    void enterOpensTheDetailBesideTheWallAndEscapeClosesIt() {
        type("j");
        robot.type(KeyCode.ENTER);
        Stages.settle();

        assertThat(text("#detail-title")).contains("web-7");
        assertThat(node("#detail-pane").isVisible()).isTrue();
        assertThat(node("#wall").isVisible()).isTrue();

        robot.type(KeyCode.ESCAPE);
        Stages.settle();

        assertThat(node("#detail-pane").isVisible()).isFalse();
    }

    @Test
    void theHoverCardGoesWithItsCell() {
        Node wall = node("#wall");
        hover(wall, 40, 48);
        assertThat(node("#hover-card").isVisible()).isTrue();

        Stages.click(robot, "#by-service");
        Stages.settle();

        assertThat(node("#hover-card").isVisible()).isFalse();
    }

    @Test
    void f11EntersTheKioskAndLeavesIt() {
        robot.type(KeyCode.F11);
        Stages.settle();

        assertThat(node("#rail").isVisible()).isFalse();
        assertThat(node("#kiosk-head").isVisible()).isTrue();
        assertThat(stage.getScene().getCursor()).isEqualTo(Cursor.NONE);

        robot.type(KeyCode.F11);
        Stages.settle();

        assertThat(node("#rail").isVisible()).isTrue();
        assertThat(stage.getScene().getCursor()).isEqualTo(Cursor.DEFAULT);
    }

    @Test
    void newTroubleHoldsTheKioskUntilSpaceIsHit() {
        robot.type(KeyCode.F11);
        Stages.onFx(() -> console.shell().tick(Worlds.NOON.plusSeconds(15)));
        assertThat(console.wallCells()).contains("Shop");

        console.show(world.open("web-1", Duration.ZERO, "web-1 is down").snapshot());

        assertThat(console.wallCells()).contains("web-7").doesNotContain("Shop");
        assertThat(text("#toast")).contains("until Space is hit");
        assertThat(console.isPossible("Turn kiosk pages again")).isTrue();
        robot.type(KeyCode.SPACE);
        assertThat(console.isPossible("Turn kiosk pages again")).isFalse();
    }

    @Test
    void theProblemsOfTheConfigurationCanBeCopied() {
        console.show(world.problem(new ConfigProblem(new Place("a.yaml", 3, 5), "unknown key", "remove it"))
                .snapshot());
        console.goTo("settings");
        Stages.settle();

        Stages.click(robot, "#copy-problems");

        assertThat(Stages.onFx(() -> Clipboard.getSystemClipboard().getString()))
                .isEqualTo("a.yaml:3:5: unknown key; remove it");
    }

    @Test
    void theKeysAreShownAndHidden() {
        type("?");
        assertThat(node("#help").isVisible()).isTrue();

        robot.type(KeyCode.ESCAPE);

        assertThat(node("#help").isVisible()).isFalse();
    }

    @Test
    void aStalledEngineIsSaid() {
        Stages.onFx(() -> console.shell().tick(world.now().plusSeconds(9)));

        assertThat(node("#stale-frame").isVisible()).isTrue();
        assertThat(text("#status-age")).isEqualTo("data 9 s old");

        console.show(world.snapshot());

        assertThat(node("#stale-frame").isVisible()).isFalse();
    }

    @Test
    void theBannerLeadsToTheProblems() {
        console.show(world.problem(
                        new ConfigProblem(new Place("hosts.yaml", 3, 5), "unknown key \"adress\"", "write \"address\""))
                .snapshot());
        Stages.settle();

        Stages.click(robot, "Show");

        assertThat(text("#screen-title")).isEqualTo("Settings");
        assertThat(text("#settings-verdict")).contains("1 problem to mend");
    }

    @Test
    void theThemeIsSwitchedInTheSettings() {
        console.goTo("settings");
        Stages.settle();

        Stages.click(robot, "#theme-light");

        assertThat(stage.getScene().getStylesheets()).anyMatch(sheet -> sheet.endsWith("light.css"));
    }

    @Test
    void theLabBreaksAndMends() {
        console.goTo("lab");
        Stages.settle();

        Stages.awaitVisible(robot, "status 503");
        Stages.click(robot, "status 503");
        assertThat(text("#lab-broken")).isEqualTo("1 broken");

        Stages.click(robot, "#mend-all");
        assertThat(text("#lab-broken")).isEqualTo("0 broken");
    }

    @Test
    void theWallFollowsTheEngine() {
        console.show(world.set("web-1/front", State.DOWN, Duration.ZERO).snapshot());

        assertThat(console.wallCells().subList(0, 2)).containsExactly("web-1", "web-7");
    }

    private void type(String character) {
        Stages.onFx(() -> Optional.ofNullable(stage.getScene().getFocusOwner())
                .orElse(stage.getScene().getRoot())
                .fireEvent(Keys.typed(character)));
        Stages.settle();
    }

    private static void hover(Node node, double x, double y) {
        Stages.onFx(() -> {
            Point2D there = node.localToScene(x, y);
            node.fireEvent(Keys.mouse(MouseEvent.MOUSE_MOVED, there.getX(), there.getY()));
        });
    }

    private Node node(String selector) {
        return Stages.onFx(() -> stage.getScene().lookup(selector));
    }

    private String text(String selector) {
        Stages.settle();
        return Stages.onFx(() -> ((Label) stage.getScene().lookup(selector)).getText());
    }
}
