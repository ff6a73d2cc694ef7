package org.watchfloor.ui.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchfloor.alert.AlertPolicy;
import org.watchfloor.alert.AlertRule;
import org.watchfloor.model.Actor;
import org.watchfloor.ui.RuleFiles;

class DraftViewModelTest {
    @TempDir
    private Path directory;

    private RuleFiles files;
    private DraftViewModel draft;

    @BeforeEach
    void open() {
        files = new RuleFiles(directory);
        draft = new DraftViewModel(files.editor(), new Actor("mara"), Runnable::run);
    }

    @Test
    void writesANewRuleOnceItIsValid() {
        draft.create();
        draft.check();
        assertThat(draft.problems()).extracting(ProblemLine::what).containsExactly("the rule has no name");

        draft.idProperty().set("lazy");
        draft.check();
        draft.save();

        assertThat(files.console()).contains("  lazy:\n    when: latency > 500ms\n    for: 5m\n    severity: high\n");
        assertThat(draft.standingProperty().get()).isEqualTo(Standing.SAVED);
        assertThat(draft.dirtyProperty().get()).isFalse();
        assertThat(said()).isEqualTo("Saved; in force in a moment.");
    }

    @Test
    void savesWhatWasTypedAMomentAgoAndNothingThatIsWrong() {
        draft.create();
        draft.idProperty().set("lazy");
        draft.textProperty().set("when: latency > fast");
        draft.save();
        assertThat(files.console()).doesNotContain("lazy");
        assertThat(draft.problems()).hasSize(1);

        draft.textProperty().set("when: latency > 2s");
        draft.save();

        assertThat(files.console()).contains("  lazy:\n    when: latency > 2s\n");
        assertThat(said()).isEqualTo("Saved; in force in a moment.");
    }

    @Test
    void pointsAtTheCharacterThatIsWrong() {
        draft.create();
        draft.idProperty().set("lazy");
        draft.textProperty().set("for: 5m\nwhen: latency > fast");
        draft.check();

        ProblemLine problem = draft.problems().getFirst();
        assertThat(problem.where()).isEqualTo("when, character 11 · line 2");
        assertThat(problem.excerpt()).isEqualTo("when: latency > fast\n                ^");
        assertThat(problem.index()).isEqualTo(OptionalInt.of(24));
        assertThat(draft.fitProperty().get()).isFalse();

        draft.textProperty().set("for: 5m\nwhen: latency > 2s");
        draft.check();
        assertThat(draft.problems()).isEmpty();
        assertThat(draft.fitProperty().get()).isTrue();
    }

    @Test
    void saysWhereTheTextIsNoYaml() {
        draft.open(rule("slow"));
        draft.textProperty().set("when: [");
        draft.check();

        assertThat(draft.problems().getFirst().what()).startsWith("this is not YAML");
        assertThat(said()).isEqualTo("1 problem to mend before it can be saved.");
    }

    @Test
    void tellsFileAndLineOfARuleWrittenByHand() {
        draft.open(rule("by-hand"));
        assertThat(said()).startsWith("Stands in site.yaml:2:3, written by hand");

        draft.textProperty().set("when: latency > 6s");
        draft.check();
        assertThat(said()).isEqualTo("alerts/by-hand stands in site.yaml:2:3; change it there, in that file");
        assertThat(draft.fitProperty().get()).isFalse();

        draft.delete();
        assertThat(said()).isEqualTo("alerts/by-hand stands in site.yaml:2:3; change it there, in that file");
    }

    @Test
    void switchesABuiltInRuleOffAndUndoesThat() {
        draft.open(rule("down"));
        draft.switchOver();
        assertThat(rule("down").enabled()).isFalse();

        draft.renewed(rule("down"));
        assertThat(draft.enabledProperty().get()).isFalse();

        draft.undo();
        assertThat(said()).startsWith("Undone: alerts/down.");
        assertThat(rule("down").enabled()).isTrue();
    }

    @Test
    void keepsWhatWasTypedWhileAnotherRuleIsLookedAt() {
        draft.open(rule("down"));
        draft.textProperty().set("when: state == DOWN\nfor: 7m");
        draft.open(rule("by-hand"));
        draft.open(rule("down"));

        assertThat(draft.textProperty().get()).isEqualTo("when: state == DOWN\nfor: 7m");
        draft.revert();
        assertThat(draft.dirtyProperty().get()).isFalse();
    }

    @Test
    void keepsANewRuleWhileAnotherIsLookedAt() {
        draft.create();
        draft.idProperty().set("lazy");
        draft.textProperty().set("when: latency > 9s");
        draft.open(rule("down"));
        String left = draft.kept().words(draft.kept().keys().getFirst());
        draft.create();
        draft.create();

        assertThat(left).isEqualTo("new rule lazy");
        assertThat(draft.idProperty().get()).isEqualTo("lazy");
        assertThat(draft.textProperty().get()).isEqualTo("when: latency > 9s");
        assertThat(draft.kept().keys()).isEmpty();
        draft.revert();
        draft.create();
        assertThat(draft.idProperty().get()).isEmpty();
    }

    @Test
    void namesWhatIsNotSavedUntilItIs() {
        draft.open(rule("down"));
        draft.textProperty().set("when: state == DOWN\nfor: 7m");
        draft.open(rule("by-hand"));
        assertThat(draft.kept().keys()).containsExactly("down");

        draft.open(rule("down"));
        draft.check();
        draft.save();
        draft.open(rule("by-hand"));

        assertThat(draft.kept().keys()).isEmpty();
    }

    @Test
    void doesNotOverwriteWhatSomebodyElseSavedMeanwhile() {
        files.write("console.yaml", "alerts:\n  mine:\n    when: latency > 1s\n");
        draft.open(rule("mine"));
        draft.textProperty().set("when: latency > 2s");
        files.write("console.yaml", "alerts:\n  mine:\n    when: latency > 3s\n");
        draft.renewed(rule("mine"));
        draft.check();

        assertThat(said())
                .isEqualTo("alerts/mine was changed by somebody else meanwhile; look at it again before you save");

        draft.revert();
        assertThat(draft.textProperty().get()).isEqualTo("when: latency > 3s");
    }

    private AlertRule rule(String id) {
        return files.reloaded()
                .site()
                .section(AlertPolicy.class)
                .flatMap(policy -> policy.rule(id))
                .orElseThrow();
    }

    private String said() {
        return draft.saidProperty().get().sentence();
    }
}
