package org.watchfloor.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.util.WaitForAsyncUtils;
import org.watchfloor.engine.FakeRecordings;
import org.watchfloor.engine.backtest.Backtests;
import org.watchfloor.model.CheckId;
import org.watchfloor.ui.AlertScenes;
import org.watchfloor.ui.FakeHistory;
import org.watchfloor.ui.Pictures;
import org.watchfloor.ui.RuleFiles;
import org.watchfloor.ui.Stages;
import org.watchfloor.ui.Worlds;
import org.watchfloor.ui.fx.Theme;

/** Writes pictures of the rules in their looks to {@code target/screens}. */
@Tag("pictures")
class RulePicturesTest {
    private static final String OWN = """
            alerts:
              slow-web:
                when: p95(latency, 5m) > 400ms
                for: 2m
                severity: high
                on: { hosts: web-*, checks: front }
              slow-web-again:
                when: p95(latency, 5m) > 400ms
                on: { hosts: web-*, checks: front }
              printer: { when: state == DOWN, severity: info, enabled: false, on: { hosts: printer-* } }
            """;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @MethodSource("org.watchfloor.ui.Pictures#themes")
    void nothingOfOnesOwn(Theme theme) {
        RuleFiles files = new RuleFiles(directory);
        files.write("site.yaml", "silences: {}\n");
        try (Consoles console = consoles(files)) {
            Scene scene = open(console, theme);

            assertThat(Pictures.write(scene, "rules-empty-" + name(theme))).isNotEmptyFile();
        }
    }

    @ParameterizedTest
    @MethodSource("org.watchfloor.ui.Pictures#themes")
    void aProblem(Theme theme) {
        RuleFiles files = new RuleFiles(directory);
        files.write("console.yaml", OWN);
        try (Consoles console = consoles(files)) {
            Scene scene = open(console, theme);
            choose(scene, "slow-web");
            type(scene, "when: p95(latency, 5m) > fast\nfor: 2x\nseverity: high\non: { hosts: web-*, checks: front }");
            await(() -> scene.getRoot().lookup(".excerpt") != null);

            assertThat(Pictures.write(scene, "rules-problem-" + name(theme))).isNotEmptyFile();
        }
    }

    @ParameterizedTest
    @MethodSource("org.watchfloor.ui.Pictures#themes")
    void whatWasTypedAndLeft(Theme theme) {
        RuleFiles files = new RuleFiles(directory);
        files.write("console.yaml", OWN);
        try (Consoles console = consoles(files)) {
            Scene scene = open(console, theme);
            choose(scene, "slow-web");
            type(scene, "when: latency > 500ms\nfor: 2m\nseverity: high");
            console.run("Write a new rule");
            type(scene, "when: latency > 2s");
            choose(scene, "printer");

            assertThat(Pictures.write(scene, "rules-unsaved-" + name(theme))).isNotEmptyFile();
        }
    }

    @ParameterizedTest
    @MethodSource("org.watchfloor.ui.Pictures#themes")
    void aBackTest(Theme theme) {
        RuleFiles files = new RuleFiles(directory);
        files.write("console.yaml", OWN);
        try (Consoles console = consoles(files)) {
            Scene scene = open(console, theme);
            choose(scene, "slow-web");
            type(scene, "when: latency > 500ms\nfor: 2m\nseverity: high\non: { hosts: web-*, checks: front }");
            console.run("Back-test the rule");
            await(() -> scene.getRoot().lookup("#trial-result").isVisible());

            assertThat(Pictures.write(scene, "rules-backtest-" + name(theme))).isNotEmptyFile();
        }
    }

    private static Consoles consoles(RuleFiles files) {
        FakeHistory history = new FakeHistory();
        FakeRecordings recordings =
                new FakeRecordings(CheckId.parse("web-7/front"), Worlds.NOON.minus(Duration.ofDays(12)));
        return Consoles.on(files.reloaded(), history, files.editor(), new Backtests(history, recordings));
    }

    private static Scene open(Consoles console, Theme theme) {
        AlertScenes.fill(console.engine().alerts());
        console.goTo("rules");
        Scene scene = Pictures.scene(console.shell().root(), theme, 1280, 800);
        Stages.settle();
        return scene;
    }

    private static void choose(Scene scene, String rule) {
        Stages.onFx(() -> {
            TextField filter = (TextField) Objects.requireNonNull(scene.lookup("#filter"));
            filter.setText(rule);
            ((TableView<?>) Objects.requireNonNull(scene.lookup("#rules-table")))
                    .getSelectionModel()
                    .select(0);
            filter.setText("");
        });
        Stages.settle();
    }

    private static void type(Scene scene, String text) {
        Stages.onFx(() -> ((TextArea) Objects.requireNonNull(scene.lookup("#rule-text"))).setText(text));
        Stages.settle();
    }

    private static void await(java.util.concurrent.Callable<Boolean> onFx) {
        try {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> Stages.onFx(onFx));
        } catch (TimeoutException e) {
            throw new AssertionError(e);
        }
        Stages.settle();
    }

    private static String name(Theme theme) {
        return theme.name().toLowerCase(Locale.ROOT) + "-1280x800";
    }
}
