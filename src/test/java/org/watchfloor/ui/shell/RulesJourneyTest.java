package org.watchfloor.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import org.watchfloor.engine.FakeRecordings;
import org.watchfloor.engine.backtest.Backtests;
import org.watchfloor.model.CheckId;
import org.watchfloor.ui.FakeHistory;
import org.watchfloor.ui.RuleFiles;
import org.watchfloor.ui.Stages;
import org.watchfloor.ui.Worlds;

/** What a person does with alert rules, in a window and on a real directory. */
@Tag("ui")
class RulesJourneyTest {
    @TempDir
    private Path directory;

    private final FxRobot robot = new FxRobot();
    private RuleFiles files;
    private Consoles console;
    private Stage stage;

    @BeforeEach
    void open() {
        files = new RuleFiles(directory);
        FakeHistory history = new FakeHistory();
        FakeRecordings recordings =
                new FakeRecordings(CheckId.parse("web-7/front"), Worlds.NOON.minus(Duration.ofDays(3)));
        console = Consoles.on(files.reloaded(), history, files.editor(), new Backtests(history, recordings));
        stage = console.window();
        console.goTo("rules");
        Stages.settle();
    }

    @AfterEach
    void close() {
        Stages.close(stage);
        console.close();
    }

    @Test
    void editsARuleSeesAProblemMendsItSavesAndTriesIt() throws TimeoutException {
        robot.press(KeyCode.CONTROL).type(KeyCode.N).release(KeyCode.CONTROL);
        Stages.settle();
        robot.write("lazy");
        Stages.click(robot, "#rule-text");
        Stages.onFx(() -> text().setText("when: latency > fast\nfor: 2m\non: { hosts: web-7, checks: front }"));
        Stages.awaitVisible(robot, ".excerpt");
        assertThat(label("#rule-said")).isEqualTo("1 problem to mend before it can be saved.");

        Stages.click(robot, ".excerpt");
        assertThat(Stages.onFx(() -> text().getSelection().getStart())).isEqualTo(16);
        Stages.onFx(() -> text().selectRange(16, 20));
        robot.write("500ms");
        Stages.awaitVisible(robot, "Valid. Not saved yet.");
        robot.press(KeyCode.CONTROL).type(KeyCode.S).release(KeyCode.CONTROL);
        Stages.awaitVisible(robot, "Saved; in force in a moment.");
        assertThat(files.console()).contains("  lazy:\n    when: latency > 500ms\n    for: 2m\n");

        console.show(files.reloaded());
        Stages.click(robot, "#trial-begin");
        WaitForAsyncUtils.waitFor(
                10, TimeUnit.SECONDS, () -> !label("#trial-headline").isEmpty());
        assertThat(label("#trial-headline")).startsWith("172.8 pages a week: 73 firings");
        assertThat(Stages.onFx(() -> table().getSelectionModel().getSelectedIndex()))
                .isNotNegative();

        Stages.click(robot, "#trial-take");
        Stages.awaitVisible(robot, "Valid. Not saved yet.");
    }

    @Test
    void findsAgainWhatWasTypedBeforeAnotherRuleWasClicked() {
        files.write("console.yaml", "alerts:\n  mine:\n    when: latency > 1s\n");
        console.show(files.reloaded());
        robot.press(KeyCode.CONTROL).type(KeyCode.N).release(KeyCode.CONTROL);
        Stages.settle();
        robot.write("lazy");

        Stages.onFx(() -> filterTo("mine"));
        Stages.settle();
        Stages.click(robot, "console.yaml");
        Stages.settle();
        assertThat(name()).isEqualTo("mine");
        Stages.click(robot, "#rules-unsaved .hyperlink");
        Stages.settle();

        assertThat(name()).isEqualTo("lazy");
        assertThat(Stages.onFx(() -> stage.getScene().lookup("#rules-unsaved").isVisible()))
                .isFalse();
    }

    private String name() {
        return Stages.onFx(
                () -> ((javafx.scene.control.TextField) stage.getScene().lookup("#rule-id")).getText());
    }

    @Test
    void deletesARuleAndUndoesThat() {
        files.write("console.yaml", "alerts:\n  mine:\n    when: latency > 1s\n");
        console.show(files.reloaded());
        Stages.onFx(() -> {
            filterTo("mine");
            table().getSelectionModel().select(0);
        });
        Stages.settle();
        Stages.click(robot, "#rule-delete");
        Stages.settle();
        assertThat(files.console()).doesNotContain("mine");
        assertThat(Stages.onFx(() -> stage.getScene().lookup("#rule-empty").isVisible()))
                .isTrue();

        Stages.click(robot, "#rules-undo");
        Stages.settle();
        assertThat(files.console()).contains("mine");
    }

    private void filterTo(String words) {
        ((javafx.scene.control.TextField)
                        Objects.requireNonNull(stage.getScene().lookup("#filter")))
                .setText(words);
    }

    private TextArea text() {
        return (TextArea) Objects.requireNonNull(stage.getScene().lookup("#rule-text"));
    }

    private TableView<?> table() {
        return (TableView<?>) Objects.requireNonNull(stage.getScene().lookup("#rules-table"));
    }

    private String label(String id) {
        Stages.settle();
        return Stages.onFx(
                () -> ((Label) Objects.requireNonNull(stage.getScene().lookup(id))).getText());
    }
}
