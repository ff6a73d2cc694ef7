package org.watchfloor.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.watchfloor.ui.AlertScenes;
import org.watchfloor.ui.Stages;
import org.watchfloor.ui.Worlds;

/** What a person does who comes back after three hours. */
@Tag("ui")
class AwayJourneyTest {
    private final FxRobot robot = new FxRobot();
    private final Consoles console =
            Consoles.after(Duration.ofHours(3), Worlds.alarmed().snapshot(), AlertScenes.DOWN, AlertScenes.CERTIFICATE);
    private final Stage stage = console.window();

    @AfterEach
    void close() {
        Stages.close(stage);
        console.close();
    }

    @Test
    void readsItOpensOneAndComesBackWithAKey() {
        awaitCount("4 unseen");
        Stages.click(robot, "#away");
        Stages.settle();
        assertThat(text("#detail-title")).isEqualTo("While you were away");
        assertThat(text("#away-summary")).isEqualTo("4 things since 09:04:09 UTC, 3 h ago; 2 are still going on");

        robot.type(KeyCode.J);
        robot.type(KeyCode.ENTER);
        Stages.settle();
        assertThat(text("#screen-title")).isEqualTo("Alerts");
        assertThat(text("#alert-summary")).isEqualTo("web-7/front is down: connection refused");

        robot.type(KeyCode.B);
        Stages.settle();
        assertThat(Stages.onFx(() -> list().isFocused())).isTrue();
        assertThat(Stages.onFx(() -> list().getSelectionModel().getSelectedIndex()))
                .isEqualTo(1);
    }

    @Test
    void opensTheIncidentThatWasAndIsOver() {
        robot.type(KeyCode.B);
        Stages.click(robot, "web-2 is down: connection refused");
        Stages.settle();

        assertThat(text("#screen-title")).isEqualTo("Incidents");
        assertThat(text("#incident-summary")).isEqualTo("web-2 is down: connection refused");
    }

    @Test
    void marksOneAndAllAsSeenAndHasThemBack() {
        robot.type(KeyCode.B);
        Stages.settle();
        robot.type(KeyCode.DELETE);
        Stages.settle();
        int afterOne = Stages.onFx(() -> list().getItems().size());

        Stages.click(robot, "#away-all-seen");
        boolean gone = Stages.onFx(() -> !lookup("#away").isVisible());
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        Stages.settle();

        assertThat(afterOne).isEqualTo(3);
        assertThat(gone).isTrue();
        awaitCount("3 unseen");
    }

    @Test
    void escapeClosesIt() {
        robot.type(KeyCode.B);
        Stages.settle();
        robot.type(KeyCode.ESCAPE);

        await().until(() -> Stages.onFx(() -> !lookup("#detail-pane").isVisible()));
    }

    private void awaitCount(String text) {
        Stages.awaitVisible(robot, "#away");
        assertThat(Stages.onFx(() -> ((Button) lookup("#away")).getText())).isEqualTo(text);
    }

    private ListView<?> list() {
        return (ListView<?>) lookup("#away-list");
    }

    private String text(String id) {
        return Stages.onFx(() -> ((Label) lookup(id)).getText());
    }

    private Node lookup(String id) {
        return Objects.requireNonNull(stage.getScene().lookup(id), id);
    }
}
