package org.watchfloor.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.watchfloor.model.State;
import org.watchfloor.ui.Stages;
import org.watchfloor.ui.Worlds;
import org.watchfloor.ui.hosts.HostsRow;
import org.watchfloor.ui.hosts.HostsTable;

/** What a person does on the screens of hosts and incidents, in a window. */
@Tag("ui")
class ScreensJourneyTest {
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
    void filtersSelectsSeveralAndChecksThem() {
        console.goTo("hosts");
        Stages.click(robot, "#filter");
        robot.write("state:down");
        Stages.settle();
        assertThat(titles()).containsExactly("Mail", "mail-relay-2", "Web and API", "web-7", "Databases", "db-3");

        select(1, 3);
        Stages.click(robot, "#hosts-check-now");
        Stages.settle();

        assertThat(text("#hosts-chosen")).isEqualTo("3 checks chosen");
        assertThat(console.engine().told()).containsExactly("check now [mail-relay-2/smtp, web-7/front, web-7/health]");
    }

    @Test
    void keepsTheSelectionWhileTheOrderChanges() {
        console.goTo("hosts");
        select(indexOf("web-7"), indexOf("api-4"));

        console.show(world.pass(Duration.ofSeconds(2))
                .set("db-1/disk", State.DOWN, Duration.ZERO)
                .open("db-1", Duration.ZERO, "db-1 is down")
                .set("web-2/front", State.DEGRADED, Duration.ZERO)
                .snapshot());
        Stages.settle();

        assertThat(Stages.onFx(() -> table().getSelectionModel().getSelectedItems().stream()
                        .map(HostsRow::title)
                        .toList()))
                .containsExactlyInAnyOrder("web-7", "api-4");
    }

    @Test
    void saysWhereTheFilterGoesWrong() {
        console.goTo("hosts");
        Stages.click(robot, "#filter");
        robot.write("stat:down");
        Stages.settle();

        assertThat(text("#hosts-problem")).startsWith("at 1: unknown key \"stat\"");
    }

    @Test
    void opensAHostChoosesARangeAndAcknowledges() {
        console.goTo("hosts");
        select(indexOf("web-7"));
        console.run("Open the row on the whole screen");
        Stages.settle();
        assertThat(text("#detail-title")).isEqualTo("web-7");
        assertThat(text("#detail-check")).isEqualTo("front");

        Stages.click(robot, "#range-day");
        Stages.click(robot, "#detail-acknowledge");
        Stages.click(robot, "#detail-check-now");
        Stages.settle();

        assertThat(Stages.onFx(() -> ((ToggleButton) lookup("#range-day")).isSelected()))
                .isTrue();
        assertThat(console.engine().told())
                .containsExactly("acknowledge 140 by mara", "check now [web-7/front, web-7/health, web-7/cert]");
    }

    @Test
    void acknowledgesAnIncidentAndAddsANote() {
        console.goTo("incidents");
        Stages.settle();
        Stages.click(robot, "#incident-acknowledge");
        Stages.click(robot, "#incident-note");
        robot.write("cable replaced");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        Stages.settle();

        assertThat(console.engine().told())
                .containsExactly("acknowledge 142 by mara", "note 142 by mara: cable replaced");
        assertThat(Stages.onFx(() -> ((TextArea) lookup("#incident-note")).getText()))
                .isEmpty();
        assertThat(Stages.onFx(() ->
                        ((ListView<?>) lookup("#incident-timeline")).getItems().size()))
                .isEqualTo(4);
    }

    private void select(int... rows) {
        Stages.onFx(() -> {
            table().getSelectionModel().clearSelection();
            table().getSelectionModel().selectIndices(rows[0], rows);
            table().getFocusModel().focus(rows[0]);
        });
        Stages.settle();
    }

    private int indexOf(String title) {
        return titles().indexOf(title);
    }

    private List<String> titles() {
        return Stages.onFx(
                () -> table().getItems().stream().map(HostsRow::title).toList());
    }

    private HostsTable table() {
        return (HostsTable) lookup("#hosts-table");
    }

    private String text(String id) {
        return Stages.onFx(() -> ((Label) lookup(id)).getText());
    }

    private Node lookup(String id) {
        return java.util.Objects.requireNonNull(stage.getScene().lookup(id), id);
    }
}
