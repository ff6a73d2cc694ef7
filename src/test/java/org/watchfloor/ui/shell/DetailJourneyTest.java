package org.watchfloor.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.watchfloor.config.Site;
import org.watchfloor.model.HostId;
import org.watchfloor.model.ServiceId;
import org.watchfloor.model.State;
import org.watchfloor.ui.DailyHistory;
import org.watchfloor.ui.Diagnosed;
import org.watchfloor.ui.Keys;
import org.watchfloor.ui.Stages;
import org.watchfloor.ui.Worlds;
import org.watchfloor.ui.detail.Shops;
import org.watchfloor.ui.fx.Target;

/** What a person does with a host that lies open, in a real window. */
@Tag("ui")
class DetailJourneyTest {
    private static final Target WEB = new Target.OfHost(new HostId("web-7"));

    private final FxRobot robot = new FxRobot();
    private final Worlds world = Shops.broken();
    private final Consoles console = Consoles.on(Shops.detailed(world.snapshot()), new DailyHistory());
    private final Stage stage = console.window();

    @AfterEach
    void close() {
        Stages.close(stage);
        console.close();
    }

    @Test
    void aClickOnTheWallOpensTheHost() {
        Node wall = node("#wall");

        robot.clickOn(robot.point(wall)
                .atOffset(
                        -wall.getBoundsInLocal().getWidth() / 2 + 40,
                        -wall.getBoundsInLocal().getHeight() / 2 + 48));

        assertThat(text("#detail-title")).isEqualTo("web-7");
        assertThat(text("#detail-since")).isEqualTo("down since 12:00:09 UTC · 4 min");
        assertThat(node("#wall").isVisible()).isTrue();
    }

    @Test
    void anotherCheckIsLookedAt() {
        console.open(WEB);

        Stages.click(robot, "health");

        assertThat(text("#detail-check")).isEqualTo("health");
        assertThat(text("#result-message")).startsWith("HTTP 200");
        assertThat(((TextArea) node("#result-facts")).getText()).contains("certificate not after  2027-01-20");
    }

    @Test
    void anotherRangeAndMetricAreLookedAt() {
        console.open(WEB);
        enlarge();

        Stages.click(robot, "#range-week");
        assertThat(node("#chart").getAccessibleText()).startsWith("latency of web-7/front, 2026-11-13 12:04:09 UTC");

        ComboBox<?> metric = (ComboBox<?>) node("#metric");
        Stages.onFx(() -> metric.requestFocus());
        robot.type(KeyCode.DOWN);
        Stages.settle();

        assertThat(node("#chart").getAccessibleText()).startsWith("cert_days_left of web-7/front");
    }

    @Test
    void theHostIsCheckedPausedAndResumed() {
        console.open(WEB);

        Stages.click(robot, "#detail-check-now");
        type("p");
        console.show(world.set("web-7/front", State.PAUSED, Duration.ZERO)
                .set("web-7/health", State.PAUSED, Duration.ZERO)
                .set("web-7/vitals", State.PAUSED, Duration.ZERO)
                .snapshot());
        Stages.click(robot, "#detail-resume");
        type("r");
        type("a");

        assertThat(console.engine().told())
                .containsExactly(
                        "check now [web-7/front, web-7/health, web-7/vitals]",
                        "pause [web-7/front, web-7/health, web-7/vitals] by mara",
                        "resume [web-7/front, web-7/health, web-7/vitals] by mara",
                        "check now [web-7/front, web-7/health, web-7/vitals]",
                        "acknowledge 140 by mara");
        assertThat(node("#detail-pause").isVisible()).isFalse();
    }

    @Test
    void oneCheckAloneIsPaused() {
        console.open(WEB);

        Stages.click(robot, "#check-pause");

        assertThat(console.engine().told()).containsExactly("pause [web-7/front] by mara");
    }

    @Test
    void enterEnlargesAndEscapeGoesBackStepByStep() {
        console.open(WEB);
        Stages.click(robot, "health");

        robot.type(KeyCode.ENTER);
        assertThat(isTreeVisible("#wall")).isFalse();

        robot.type(KeyCode.ESCAPE);
        assertThat(isTreeVisible("#wall")).isTrue();
        assertThat(node("#detail-pane").isVisible()).isTrue();

        robot.type(KeyCode.ESCAPE);
        assertThat(node("#detail-pane").isVisible()).isFalse();
    }

    @Test
    void theWheelZoomsAndTheButtonLeadsBackToNow() {
        console.open(WEB);
        enlarge();
        String before = node("#chart").getAccessibleText();

        robot.moveTo("#chart").scroll(-3);
        Stages.settle();
        assertThat(node("#chart").getAccessibleText()).isNotEqualTo(before);
        assertThat(node("#chart-now").isVisible()).isTrue();

        Stages.click(robot, "#chart-now");
        Stages.settle();
        assertThat(node("#chart").getAccessibleText()).isEqualTo(before);
    }

    @Test
    void snapshotsKeepTheSelectedCheck() {
        console.open(WEB);
        Stages.click(robot, "vitals");

        console.show(world.set("web-7/health", State.DOWN, Duration.ZERO).snapshot());
        Stages.settle();

        assertThat(text("#detail-check")).isEqualTo("vitals");
        assertThat(((ListView<?>) node("#detail-checks")).getSelectionModel().getSelectedIndex())
                .isEqualTo(2);
    }

    @Test
    void aHostThatVanishesIsSaid() {
        console.open(WEB);

        console.show(Worlds.calm(Site.EMPTY).snapshot());
        Stages.settle();

        assertThat(robot.lookup("The configuration in force does not know this host any more.")
                        .queryLabeled()
                        .isVisible())
                .isTrue();
        assertThat(isTreeVisible("#chart")).isFalse();
    }

    @Test
    void theOpenIncidentIsOpenedByAClick() {
        console.open(WEB);

        Stages.click(robot, "#detail-incident");

        assertThat(text("#screen-title")).isEqualTo("Incidents");
        assertThat(text("#incident-summary")).startsWith("web-7");
        assertThat(node("#detail-pane").isVisible()).isFalse();
    }

    @Test
    void theOpenIncidentIsOpenedByTheKeyboard() {
        console.open(WEB);
        boolean canBeReached = node("#detail-incident").isFocusTraversable();

        type("i");

        assertThat(canBeReached).isTrue();
        assertThat(text("#incident-summary")).startsWith("web-7");
    }

    @Test
    void aHostWithoutIncidentHasNoLinkToOne() {
        console.open(new Target.OfHost(new HostId("fw-1")));

        assertThat(node("#detail-incident").isVisible()).isFalse();
        assertThat(console.isPossible("Open the incident of fw-1")).isFalse();
    }

    @Test
    void whatADiagnosisFindsIsBroughtIntoView() {
        console.open(WEB);
        boolean before = isInView("#result-diagnosis");

        type("d");
        console.show(Shops.detailed(world.diagnosing("web-7/front").snapshot()));
        boolean underWay = isInView("#result-diagnosis");
        Stages.onFx(() -> scroll().setVvalue(0));
        console.show(
                Shops.detailed(world.diagnosed("web-7/front", Diagnosed.REFUSED).snapshot()));

        assertThat(before).isFalse();
        assertThat(underWay).isTrue();
        assertThat(isInView("#result-diagnosis")).isTrue();
        assertThat(text("#result-diagnosis")).startsWith("broken at TCP");
    }

    @Test
    void whatIsFoundUnaskedDoesNotMoveTheView() {
        console.open(WEB);

        console.show(Shops.detailed(world.diagnosing("web-7/front").snapshot()));
        Stages.settle();
        console.show(
                Shops.detailed(world.diagnosed("web-7/front", Diagnosed.REFUSED).snapshot()));
        Stages.settle();

        assertThat(Stages.onFx(() -> scroll().getVvalue())).isZero();
    }

    @Test
    void aParentIsOpened() {
        console.open(WEB);

        Stages.click(robot, "fw-1");

        assertThat(text("#detail-title")).isEqualTo("fw-1");
    }

    @Test
    void anInstanceOfAServiceIsOpened() {
        console.open(new Target.OfService(new ServiceId("shop")));

        Stages.click(robot, "web-7/health");

        assertThat(text("#detail-title")).isEqualTo("web-7");
        assertThat(text("#detail-check")).isEqualTo("health");
    }

    private void enlarge() {
        console.run("Enlarge or shrink the detail");
        Stages.settle();
    }

    private void type(String character) {
        Stages.onFx(() -> Optional.ofNullable(stage.getScene().getFocusOwner())
                .orElse(stage.getScene().getRoot())
                .fireEvent(Keys.typed(character)));
        Stages.settle();
    }

    private boolean isTreeVisible(String selector) {
        return Stages.onFx(() -> {
            for (Node at = stage.getScene().lookup(selector); at != null; at = at.getParent()) {
                if (!at.isVisible()) {
                    return false;
                }
            }
            return true;
        });
    }

    private ScrollPane scroll() {
        return (ScrollPane) stage.getScene().lookup("#detail-scroll");
    }

    private boolean isInView(String selector) {
        Stages.settle();
        return Stages.onFx(() -> {
            Node part = stage.getScene().lookup(selector);
            Bounds at = part.localToScene(part.getLayoutBounds());
            Bounds seen = scroll().localToScene(scroll().getLayoutBounds());
            return part.getParent().isVisible() && at.getMinY() >= seen.getMinY() && at.getMaxY() <= seen.getMaxY();
        });
    }

    private Node node(String selector) {
        Stages.settle();
        return Stages.onFx(() -> stage.getScene().lookup(selector));
    }

    private String text(String selector) {
        return ((Label) node(selector)).getText();
    }
}
