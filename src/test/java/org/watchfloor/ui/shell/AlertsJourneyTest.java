package org.watchfloor.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.watchfloor.notify.desktop.Popup;
import org.watchfloor.ui.AlertScenes;
import org.watchfloor.ui.Stages;
import org.watchfloor.ui.Worlds;
import org.watchfloor.ui.alerts.AlertsTable;

/** What a person does with alerts, in a window. */
@Tag("ui")
class AlertsJourneyTest {
    private final FxRobot robot = new FxRobot();
    private final Worlds world = Worlds.alarmed();
    private final Consoles console = Consoles.on(world.snapshot());
    private final Stage stage = console.window();

    AlertsJourneyTest() {
        AlertScenes.fill(console.engine().alerts());
        console.goTo("alerts");
        Stages.settle();
    }

    @AfterEach
    void close() {
        Stages.close(stage);
        console.close();
    }

    @Test
    void acknowledgesTwoAtOnceAndReadsWhy() {
        Stages.click(robot, "#alerts-note");
        robot.write("on my way");
        Stages.onFx(() -> {
            table().getSelectionModel().selectIndices(0, 1);
            table().requestFocus();
        });
        Stages.settle();
        assertThat(text("#alerts-chosen")).isEqualTo("2 chosen");

        robot.type(KeyCode.A);
        robot.type(KeyCode.W);
        Stages.settle();

        assertThat(console.engine().alerts().told()).containsExactly("acknowledge [42, 41] by mara: on my way");
        assertThat(text("#alert-summary")).isEqualTo("web-7/front is down: connection refused");
        assertThat(text("#alert-condition")).isEqualTo("state == DOWN");
        assertThat(text("#alert-told")).startsWith("ops-mail: told 12:00:39 UTC, delivered 12:00:41 UTC");
        assertThat(Stages.onFx(() -> ((VBox) lookup("#alert-why")).getChildren().size()))
                .isEqualTo(6);
        assertThat(Stages.onFx(() -> lookup("#alert-scroll").isFocused())).isTrue();
    }

    @Test
    void shelvesWithAButtonAndListsAll() {
        Stages.click(robot, "#alerts-present");
        Stages.onFx(() -> table().getSelectionModel().clearAndSelect(2));
        Stages.click(robot, "#alerts-shelve-8");
        Stages.settle();

        assertThat(console.engine().alerts().told())
                .containsExactly("shelve [39] by mara until 2026-11-20T20:04:09Z: ");
        assertThat(Stages.onFx(() -> table().getItems().size())).isEqualTo(7);
    }

    @Test
    void keepsTheSelectionAndTheDetailWhileAlertsComeAndGo() {
        Stages.onFx(() -> {
            table().getSelectionModel().clearSelection();
            table().getSelectionModel().selectIndices(2, 1);
        });
        Stages.settle();

        console.show(world.alerts(List.of(
                        AlertScenes.DOWN,
                        AlertScenes.SLOW,
                        AlertScenes.OWNED.acknowledged(Optional.empty()).held(Optional.empty())))
                .snapshot());
        Stages.settle();

        assertThat(Stages.onFx(() -> table().getSelectionModel().getSelectedItems().stream()
                        .map(row -> row.id().value())
                        .toList()))
                .containsExactlyInAnyOrder(39L, 41L);
        assertThat(text("#alert-summary")).isEqualTo("web-7/front is down: connection refused");
    }

    @Test
    void opensTheAlertOfAPopUp() {
        console.goTo("wall");
        Stages.onFx(() -> console.shell()
                .popUp(
                        AlertScenes.notice("e-1", AlertScenes.SLOW),
                        new Popup("api-4/ready is slow", false, false, Optional.empty())));
        Stages.settle();
        Stages.click(robot, ".popup-title");
        Stages.settle();

        assertThat(text("#screen-title")).isEqualTo("Alerts");
        assertThat(text("#alert-summary")).startsWith("api-4/ready: latency");
        assertThat(stage.getScene().getRoot().lookupAll(".popup-card")).isEmpty();
    }

    private AlertsTable table() {
        return (AlertsTable) lookup("#alerts-table");
    }

    private String text(String id) {
        return Stages.onFx(() -> ((Label) lookup(id)).getText());
    }

    private Node lookup(String id) {
        return Objects.requireNonNull(stage.getScene().lookup(id), id);
    }
}
