package org.watchfloor.ui.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchfloor.engine.FakeRecordings;
import org.watchfloor.engine.backtest.Backtests;
import org.watchfloor.engine.hygiene.Finding;
import org.watchfloor.engine.hygiene.Inspection;
import org.watchfloor.engine.hygiene.Remedy;
import org.watchfloor.model.Actor;
import org.watchfloor.model.CheckId;
import org.watchfloor.ui.AlertScenes;
import org.watchfloor.ui.FakeAlerts;
import org.watchfloor.ui.FakeHistory;
import org.watchfloor.ui.RuleFiles;
import org.watchfloor.ui.Worlds;
import org.watchfloor.ui.fx.Formats;

class RulesViewModelTest {
    @TempDir
    private Path directory;

    private final LinkedBlockingQueue<Runnable> fx = new LinkedBlockingQueue<>();
    private final FakeRecordings recordings =
            new FakeRecordings(CheckId.parse("web-7/front"), Worlds.NOON.minus(Duration.ofDays(3)));
    private final FakeHistory history = new FakeHistory();
    private final TrialViewModel trial =
            new TrialViewModel(new Backtests(history, recordings), new Formats(ZoneOffset.UTC), fx::add);
    private RuleFiles files;
    private DraftViewModel draft;
    private RulesViewModel rules;

    @BeforeEach
    void show() {
        files = new RuleFiles(directory);
        draft = new DraftViewModel(files.editor(), new Actor("mara"), Runnable::run);
        Inspection inspection = new Inspection(history, AlertScenes.fill(new FakeAlerts()));
        rules = new RulesViewModel(draft, trial, inspection, Runnable::run);
        rules.show(files.reloaded());
    }

    @Test
    void listsTheRulesInForceWithWhereTheyComeFrom() {
        files.write("console.yaml", """
                alerts:
                  mine: { when: latency > 1s, for: 2m, severity: info, on: { hosts: web-*, checks: front }, enabled: false }
                """);
        rules.show(files.reloaded());

        assertThat(rules.rows())
                .contains(new RuleRow(
                        "mine",
                        org.watchfloor.model.Severity.INFO,
                        "latency > 1s for 2m",
                        "each check · hosts web-* · checks front",
                        false,
                        "console.yaml",
                        0));
        assertThat(row("by-hand").source()).isEqualTo("site.yaml:2");
        assertThat(row("down").source()).isEqualTo("built-in");
        assertThat(row("slow").firing()).isEqualTo(1);
        assertThat(rules.teachingProperty().get()).isEmpty();

        rules.filter("latency web");
        assertThat(rules.rows()).extracting(RuleRow::id).containsExactly("mine");
    }

    @Test
    void teachesWhileThereIsNoRuleOfOnesOwn() {
        files.write("site.yaml", "silences: {}\n");
        rules.show(files.reloaded());

        assertThat(rules.teachingProperty().get()).startsWith("No rule of your own yet: ");
    }

    @Test
    void triesADraftAndTakesTheSuggestion() throws InterruptedException {
        draft.create();
        draft.idProperty().set("lazy");
        draft.textProperty().set("when: latency > 500ms\nfor: 2m\non: { hosts: web-7, checks: front }");
        rules.backtest();
        assertThat(trial.activeProperty().get()).isTrue();
        answer();

        TrialReport report = trial.reportProperty().get().orElseThrow();
        assertThat(trial.activeProperty().get()).isFalse();
        assertThat(report.headline()).isEqualTo("172.8 pages a week: 73 firings, 217 minutes firing in all");
        assertThat(report.lines().getFirst()).startsWith("Incidents of its checks: 0 found, 0 missed");
        assertThat(report.picture().rows())
                .extracting(row -> row.bars().size())
                .first()
                .isEqualTo(73);

        assertThat(report.remedy()).isPresent();
        rules.takeSuggestion();
        assertThat(draft.textProperty().get()).startsWith("when: latency > 900ms\nfor: 2m\n");
    }

    @Test
    void comparesADraftWithTheSavedRule() throws InterruptedException {
        rules.choose("by-hand");
        draft.textProperty().set("when: latency > 500ms");
        trial.weekProperty().set(true);
        rules.backtest();
        answer();

        assertThat(trial.reportProperty().get().orElseThrow().lines())
                .contains("Against the saved version (0 firings): 73 new, 0 gone");
    }

    @Test
    void cancelsATrialAndForgetsItWithItsRule() {
        recordings.holdUp();
        rules.choose("by-hand");
        rules.backtest();
        trial.cancel();

        assertThat(trial.activeProperty().get()).isFalse();
        assertThat(trial.saidProperty().get()).isEqualTo(Said.well("Cancelled."));
        rules.choose("down");
        assertThat(trial.reportProperty().get()).isEqualTo(Optional.empty());
    }

    @Test
    void refusesToTryWhatCannotBeRead() {
        draft.create();
        draft.textProperty().set("when: latency >");
        rules.backtest();

        assertThat(trial.saidProperty().get().isTrouble()).isTrue();
        assertThat(trial.activeProperty().get()).isFalse();
    }

    @Test
    void doesNotDropWhatIsTypedOfARuleThatSomebodyDeletes() {
        files.write("console.yaml", "alerts:\n  mine:\n    when: latency > 1s\n");
        rules.show(files.reloaded());
        rules.choose("mine");
        draft.textProperty().set("when: latency > 2s");
        files.write("console.yaml", "people: {}\n");
        rules.show(files.reloaded());
        String still = draft.textProperty().get();
        rules.choose("down");

        rules.resume("mine");

        assertThat(still).isEqualTo("when: latency > 2s");
        assertThat(draft.textProperty().get()).isEqualTo("when: latency > 2s");
        draft.check();
        draft.save();
        assertThat(files.console()).contains("  mine:\n    when: latency > 2s");
    }

    @Test
    void putsWhatMendsAFindingIntoTheDraft() {
        rules.mend(new Finding(
                "by-hand", Finding.Kind.NOISY, "it fired often", new Remedy.Hold(Duration.ofMinutes(10), "Wait")));

        assertThat(draft.idProperty().get()).isEqualTo("by-hand");
        assertThat(draft.textProperty().get()).isEqualTo("when: latency > 5s\nseverity: low\nfor: 10m");
    }

    private RuleRow row(String id) {
        return rules.rows().stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void answer() throws InterruptedException {
        Objects.requireNonNull(fx.poll(30, TimeUnit.SECONDS)).run();
    }
}
