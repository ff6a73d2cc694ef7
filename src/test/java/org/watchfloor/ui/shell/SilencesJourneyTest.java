package org.watchfloor.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.watchfloor.config.SiteEditor;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.ui.AlertScenes;
import org.watchfloor.ui.Sites;
import org.watchfloor.ui.Stages;
import org.watchfloor.ui.Worlds;

/** What a person does with silences, in a window, on a real directory. */
@Tag("ui")
class SilencesJourneyTest {
    private static final String NOTHING = "people: {}";

    private final FxRobot robot = new FxRobot();
    private Duration later = Duration.ZERO;
    private final Path directory = directory();
    private final Consoles console = Consoles.on(snapshot(), directory);
    private final Stage stage = console.window();

    SilencesJourneyTest() throws IOException {}

    private static Path directory() throws IOException {
        Path made = Files.createTempDirectory("watchfloor-silences-");
        Files.writeString(made.resolve("site.yaml"), NOTHING);
        return made;
    }

    @AfterEach
    void close() throws IOException {
        Stages.close(stage);
        console.close();
        try (var files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }

    @Test
    void silencesAnAlertExtendsAndEndsIt() throws IOException {
        console.goTo("alerts");
        Stages.settle();
        robot.type(KeyCode.J);
        robot.type(KeyCode.Q);
        Stages.settle();
        assertThat(text("#screen-title")).isEqualTo("Silences and maintenance");
        assertThat(text("#silence-mutes-now")).isEqualTo("Mutes now 1 alert");
        assertThat(text("#silence-would-have")).startsWith("In the last 30 days it would have muted 14 alerts");

        Stages.click(robot, "#silence-for-8h");
        Stages.click(robot, "#silence-reason");
        robot.write("new cable");
        robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
        reload();
        assertThat(file()).contains("until: 2026-11-20T20:04:09Z").contains("reason: new cable");

        later = Duration.ofHours(1);
        reload();
        choose();
        robot.type(KeyCode.E);
        reload();
        assertThat(file()).contains("until: 2026-11-20T21:04:09Z");

        robot.type(KeyCode.X);
        reload();
        assertThat(text("#quiet-facts")).contains("Until 2026-11-20 13:04:09 UTC");

        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        reload();
        assertThat(file()).contains("until: 2026-11-20T21:04:09Z");
    }

    @Test
    void editsFromTheListWithTheMouseAndFromTheCalendarWithKeys() throws IOException {
        Files.writeString(directory.resolve(SiteEditor.FILE), """
                silences:
                  cable: { match: host="db-8", from: 2026-11-20T06:00, until: 2026-11-20T18:00, author: mara, reason: a cable }
                maintenance:
                  racks: { title: Racks, from: 2026-11-19T11:00, to: 2026-11-19T13:00, hosts: db-8 }
                """);
        console.goTo("silences");
        reload();
        Stages.awaitVisible(robot, "mara: a cable");
        Stages.click(robot, "mara: a cable");
        Stages.click(robot, "#quiet-edit");
        Stages.settle();
        assertThat(text("#silence-heading")).isEqualTo("Silence cable");
        Stages.click(robot, "#silence-reason");
        robot.write(" that is new");
        Stages.click(robot, "#silence-save");
        reload();
        assertThat(file()).contains("reason: a cable that is new").contains("author: mara");

        robot.type(KeyCode.ESCAPE);
        robot.type(KeyCode.W);
        Stages.settle();
        robot.type(KeyCode.DOWN);
        Stages.settle();
        assertThat(text("#quiet-title")).isEqualTo("Racks");
        robot.type(KeyCode.ENTER);
        Stages.settle();
        assertThat(text("#work-heading")).isEqualTo("Maintenance racks");
    }

    @Test
    void findsAgainWhatWasTypedBeforeAnotherRowWasClicked() throws IOException {
        Files.writeString(directory.resolve(SiteEditor.FILE), """
                silences:
                  cable: { match: host="db-8", from: 2026-11-20T06:00, until: 2026-11-20T18:00, author: mara, reason: a cable }
                  paper: { match: host="printer", from: 2026-11-20T06:00, until: 2026-11-20T19:00, author: mara, reason: some paper }
                """);
        console.goTo("silences");
        reload();
        Stages.awaitVisible(robot, "mara: a cable");
        Stages.click(robot, "mara: a cable");
        Stages.click(robot, "#quiet-edit");
        Stages.click(robot, "#silence-reason");
        robot.write(" that is new");

        Stages.click(robot, "mara: some paper");
        Stages.settle();
        assertThat(text("#quiet-title")).isEqualTo("host=\"printer\"");
        Stages.click(robot, "#quiet-unsaved .hyperlink");
        Stages.settle();

        assertThat(text("#silence-heading")).isEqualTo("Silence cable");
        robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
        reload();
        assertThat(file()).contains("reason: a cable that is new");
        assertThat(Stages.onFx(() -> lookup("#quiet-unsaved").isVisible())).isFalse();
    }

    @Test
    void escapeAndTheKeyForANewSilenceLoseNothing() {
        console.goTo("silences");
        Stages.settle();
        robot.type(KeyCode.S);
        Stages.settle();
        robot.write("host=\"web-1\"");
        robot.type(KeyCode.ESCAPE);
        Stages.settle();
        boolean kept = Stages.onFx(() -> lookup("#quiet-unsaved").isVisible());

        robot.type(KeyCode.S);
        Stages.settle();

        assertThat(kept).isTrue();
        assertThat(Stages.onFx(() -> ((TextArea) lookup("#silence-matchers")).getText()))
                .isEqualTo("host=\"web-1\"");
    }

    @Test
    void turnsTheCalendarWithKeys() {
        console.goTo("silences");
        Stages.settle();
        robot.type(KeyCode.W);
        Stages.settle();
        assertThat(text("#calendar-title")).isEqualTo("16 November 2026 – 22 November 2026");

        robot.type(KeyCode.RIGHT);
        assertThat(text("#calendar-title")).isEqualTo("23 November 2026 – 29 November 2026");
        robot.type(KeyCode.O);
        robot.type(KeyCode.LEFT);
        assertThat(text("#calendar-title")).isEqualTo("October 2026");
        robot.type(KeyCode.HOME);
        assertThat(text("#calendar-title")).isEqualTo("November 2026");
    }

    private void choose() {
        Stages.onFx(() -> {
            TableView<?> table = (TableView<?>) lookup("#silences-table");
            table.getSelectionModel().clearAndSelect(0);
            table.requestFocus();
        });
        Stages.settle();
    }

    private void reload() throws IOException {
        Stages.settle();
        console.show(snapshot());
        Stages.settle();
    }

    private Snapshot snapshot() {
        return Worlds.calm(AlertScenes.on(Sites.sixtyHosts(), directory))
                .alerts(AlertScenes.present())
                .pass(later)
                .snapshot();
    }

    private String file() throws IOException {
        Path file = directory.resolve(SiteEditor.FILE);
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private String text(String id) {
        Stages.settle();
        return Stages.onFx(() -> ((Label) lookup(id)).getText());
    }

    private Node lookup(String id) {
        return Objects.requireNonNull(stage.getScene().lookup(id), id);
    }
}
