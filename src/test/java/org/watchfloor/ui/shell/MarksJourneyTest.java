package org.watchfloor.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.watchfloor.model.HostId;
import org.watchfloor.ui.Stages;
import org.watchfloor.ui.Worlds;
import org.watchfloor.ui.fx.Target;

/** From a mark to what it is about, in a window. */
@Tag("ui")
class MarksJourneyTest {
    private final FxRobot robot = new FxRobot();
    private final Consoles console = Consoles.on(Worlds.marked().snapshot());
    private final Stage stage = console.window();

    @AfterEach
    void close() {
        Stages.close(stage);
        console.close();
    }

    @Test
    void leadsFromAHostToItsSilence() {
        console.open(new Target.OfHost(new HostId("db-8")));

        Stages.click(robot, "#detail-remarks .hyperlink");
        Stages.settle();

        assertThat(text("#screen-title")).isEqualTo("Silences and maintenance");
        assertThat(Stages.onFx(() -> ((TableView<?>) lookup("#silences-table"))
                        .getSelectionModel()
                        .getSelectedIndex()))
                .isZero();
    }

    @Test
    void leadsFromAHostToTheAlertThatNobodyHasTaken() {
        console.open(new Target.OfHost(new HostId("mail-relay-2")));

        Stages.click(robot, "#detail-remarks .hyperlink");
        Stages.settle();

        assertThat(text("#screen-title")).isEqualTo("Alerts");
        assertThat(text("#alert-summary")).startsWith("mail-relay-2/smtp is down");
    }

    @Test
    void theWallSaysItsMarksToThoseWhoDoNotSeeThem() {
        console.run("Next unacknowledged");
        String unacknowledged = spoken();
        console.run("Next problem");

        assertThat(unacknowledged).doesNotContain("acknowledged");
        assertThat(spoken()).isNotEqualTo(unacknowledged);
        for (int i = 0; i < 20 && !spoken().startsWith("mail-relay-5"); i++) {
            console.run("Next problem");
        }
        assertThat(spoken()).contains("acknowledged by anna 11:39:09 UTC, until 17:37:29 UTC");
    }

    private String spoken() {
        return Stages.onFx(() -> lookup("#wall").getAccessibleText());
    }

    private String text(String id) {
        return Stages.onFx(() -> ((Label) lookup(id)).getText());
    }

    private Node lookup(String id) {
        return Objects.requireNonNull(stage.getScene().lookup(id), id);
    }
}
