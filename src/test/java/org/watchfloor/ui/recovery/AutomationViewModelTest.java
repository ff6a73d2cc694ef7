package org.watchfloor.ui.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.watchfloor.engine.FakeRecovery;
import org.watchfloor.model.Actor;
import org.watchfloor.recovery.action.AutomationLevel;
import org.watchfloor.ui.RecoveryScenes;

/** What may begin by itself, and how it is said otherwise. */
class AutomationViewModelTest {
    private final FakeRecovery recovery = new FakeRecovery();
    private final AutomationViewModel viewModel = new AutomationViewModel(recovery.operations(), new Actor("mara"));

    @BeforeEach
    void show() {
        viewModel.show(RecoveryScenes.busy().snapshot());
    }

    @Test
    void tellsTheConsoleAndTheServicesWithALevelOfTheirOwn() {
        assertThat(viewModel.lines()).extracting(AutomationLine::level).containsExactly("MONITOR", "LIMITED");
        assertThat(viewModel.lines().getLast().move().orElseThrow().why())
                .isEqualTo("looking again has never done harm there");
    }

    @Test
    void setsALevelWithAReasonOnly() {
        viewModel.ask();
        viewModel.levelProperty().set(Optional.of(AutomationLevel.LIMITED));
        assertThat(viewModel.warningProperty().get()).startsWith("Runbooks marked safe begin by themselves");

        assertThat(viewModel.confirm()).isEmpty();
        assertThat(viewModel.problemProperty().get()).isEqualTo("Say why: the next shift reads it.");
        viewModel.reasonProperty().set(" they have proven themselves ");
        assertThat(viewModel.confirm()).contains("Automation of the whole console: LIMITED");

        assertThat(recovery.operations().told())
                .containsExactly("automate console LIMITED by mara: they have proven themselves");
        assertThat(viewModel.formProperty().get()).isEmpty();
    }

    @Test
    void aServiceCanBeAsTheConsoleAgain() {
        viewModel.ask();
        viewModel.scopeProperty().set("shop");
        viewModel.levelProperty().set(Optional.empty());
        viewModel.reasonProperty().set("one rule for all");

        viewModel.confirm();

        assertThat(recovery.operations().told())
                .containsExactly("automate shop as the console by mara: one rule for all");
    }

    @Test
    void theKillSwitchGoesOnAndOff() {
        viewModel.askSwitch();
        viewModel.reasonProperty().set("the line is repaired");
        assertThat(viewModel.confirm()).contains("No action begins any more");

        viewModel.show(RecoveryScenes.stopped().snapshot());
        assertThat(viewModel.lines().getFirst().level()).isEqualTo("STOPPED");
        viewModel.askSwitch();
        viewModel.reasonProperty().set("it is repaired");
        assertThat(viewModel.confirm()).contains("Actions may begin again");

        assertThat(recovery.operations().told())
                .containsExactly("stop all by mara: the line is repaired", "let go on by mara: it is repaired");
    }

    @Test
    void theConsoleCannotBeAsTheConsole() {
        viewModel.ask();
        viewModel.scopeProperty().set("shop");
        viewModel.levelProperty().set(Optional.empty());

        viewModel.scopeProperty().set(AutomationViewModel.CONSOLE);

        assertThat(viewModel.levelProperty().get()).contains(AutomationLevel.MONITOR);
    }
}
