package org.watchfloor.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.watchfloor.engine.Running;
import org.watchfloor.engine.SomeRunning;
import org.watchfloor.model.Actor;
import org.watchfloor.model.HostId;
import org.watchfloor.recovery.action.Action;
import org.watchfloor.recovery.action.Cause;
import org.watchfloor.recovery.action.Part;
import org.watchfloor.recovery.action.Stage.Stepping;
import org.watchfloor.recovery.failure.FailureType;
import org.watchfloor.ui.RecoveryScenes;
import org.watchfloor.ui.Stages;
import org.watchfloor.ui.Worlds;
import org.watchfloor.ui.fx.Target;

/** A person finds something broken and mends it, in a window. */
@Tag("ui")
class RecoveryJourneyTest {
    private final FxRobot robot = new FxRobot();
    private final Worlds world = RecoveryScenes.calm();
    private final Consoles console = Consoles.on(world.snapshot());
    private final Stage stage = console.window();

    @BeforeEach
    void remember() {
        RecoveryScenes.fill(console.engine().recovery());
        world.pass(Duration.ofSeconds(4));
        console.show(world.snapshot());
    }

    @AfterEach
    void close() {
        Stages.close(stage);
        console.close();
    }

    @Test
    void fromTheBrokenHostOverWhatItWouldDoToTheRunningAction() {
        console.engine().recovery().operations().answers(begun());
        console.open(new Target.OfHost(new HostId("web-7")));
        Stages.onFx(() -> lookup("#mend-restart-web").requestFocus());
        robot.push(KeyCode.SPACE);
        Stages.settle();
        assertThat(text("#screen-title")).isEqualTo("Recovery");
        assertThat(text("#run-title")).isEqualTo("Restart the web server");
        assertThat(lookup("#run-begin").isDisabled()).isTrue();
        assertThat(text("#run-obstacles")).isEqualTo("✗ it is dangerous: type the name of the host, web-7");
        assertThat(console.engine().recovery().operations().told()).isEmpty();

        Stages.onFx(() -> ((ScrollPane) lookup("#run-scroll")).setVvalue(1));
        Stages.settle();
        assertThat(bottom("#run-rollback")).isLessThanOrEqualTo(bottom("#run-scroll"));
        Stages.click(robot, "#run-typed");
        robot.write("web-7");
        Stages.settle();
        assertThat(lookup("#run-begin").isDisabled()).isFalse();
        world.acting(SomeRunning.actions(List.of(running()), RecoveryScenes.over()));
        Stages.click(robot, "#run-begin");
        Stages.settle();
        console.show(world.pass(Duration.ofSeconds(1)).snapshot());

        assertThat(console.engine().recovery().operations().told())
                .singleElement()
                .asString()
                .startsWith("start restart-web on web-7/front by mara");
        assertThat(text("#action-title")).isEqualTo("Restart the web server");
        assertThat(text("#action-said")).startsWith("step 1 of 5: begin maintenance");

        Stages.click(robot, "#action-cancel");
        assertThat(text("#action-cancel")).isEqualTo("Press again to cancel");
        Stages.click(robot, "#action-cancel");
        assertThat(console.engine().recovery().operations().told()).endsWith("cancel 63 by mara");
    }

    @Test
    void putsOnRecordWhatNoCheckSees() {
        console.engine()
                .recovery()
                .operations()
                .reports(CompletableFuture.completedFuture(
                        RecoveryScenes.failing().getFirst()));
        console.open(new Target.OfHost(new HostId("web-1")));
        Stages.click(robot, "#detail-report");
        Stages.settle();
        ComboBox<?> type = (ComboBox<?>) lookup("#report-type");
        Stages.onFx(() -> type.getSelectionModel().select(type.getItems().indexOf(FailureType.SLOW)));

        robot.write("baskets hang").push(KeyCode.ENTER);
        Stages.settle();

        assertThat(console.engine().recovery().operations().told())
                .containsExactly("report SLOW of web-1/front by mara: baskets hang");
        assertThat(lookup("#report-text").getParent().isVisible()).isFalse();
    }

    @Test
    void setsTheAutomationLevelFromTheStatusBar() {
        console.goTo("wall");
        Stages.click(robot, "#status-automation");
        assertThat(text("#screen-title")).isEqualTo("Recovery");

        Stages.click(robot, "#automation-change");
        Stages.click(robot, "#automation-limited");
        assertThat(text("#automation-warning")).startsWith("Runbooks marked safe begin by themselves");
        Stages.click(robot, "#automation-reason");
        robot.write("they are good").push(KeyCode.ENTER);
        Stages.settle();

        assertThat(console.engine().recovery().operations().told())
                .containsExactly("automate console LIMITED by mara: they are good");
        assertThat(lookup("#automation-form").isVisible()).isFalse();
    }

    @Test
    void escTakesAQuestionBackAndNoKeyBeginsAnything() {
        console.goTo("recovery");
        Stages.click(robot, "#automation-stop");
        robot.write("r"); // is typed, not a key
        robot.push(KeyCode.ESCAPE);
        Stages.settle();
        assertThat(lookup("#automation-form").isVisible()).isFalse();

        console.run("Show the runbooks");
        robot.push(KeyCode.J)
                .push(KeyCode.K)
                .push(KeyCode.P)
                .push(KeyCode.H)
                .push(KeyCode.W)
                .push(KeyCode.R);
        robot.push(KeyCode.SPACE).push(KeyCode.A);
        Stages.settle();

        assertThat(console.engine().recovery().operations().told()).isEmpty();
    }

    private Action begun() {
        return RecoveryScenes.action(
                63,
                RecoveryScenes.RESTART,
                "Restart the web server",
                RecoveryScenes.FRONT,
                new Cause.ByHand(new Actor("mara")),
                Duration.ofSeconds(-4));
    }

    private Running running() {
        Action action = begun().at(new Stepping(Part.STEPS, 0, world.now()), "step 1 of 5");
        return SomeRunning.of(action, RecoveryScenes.runbook(world.site(), RecoveryScenes.RESTART), world.site());
    }

    private double bottom(String id) {
        return Stages.onFx(
                () -> lookup(id).localToScene(lookup(id).getBoundsInLocal()).getMaxY());
    }

    private String text(String id) {
        return Stages.onFx(
                () -> lookup(id) instanceof Label label ? label.getText() : ((Labeled) lookup(id)).getText());
    }

    private Node lookup(String id) {
        return Objects.requireNonNull(stage.getScene().lookup(id), id);
    }
}
