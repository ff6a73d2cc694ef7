package org.watchfloor.ui.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.watchfloor.engine.FakeRecovery;
import org.watchfloor.engine.SomeRunning;
import org.watchfloor.model.Actor;
import org.watchfloor.recovery.action.ActionId;
import org.watchfloor.ui.RecoveryScenes;
import org.watchfloor.ui.Worlds;

/** Which actions are listed, in which order, and what is shown and done about the chosen one. */
class ActionsViewModelTest {
    private final FakeRecovery recovery = new FakeRecovery();
    private final Worlds world = RecoveryScenes.busy();
    private final ActionBook book = new ActionBook(recovery.desk().actions(), Runnable::run);
    private final ActionDetailModel detail = new ActionDetailModel(recovery.desk(), new Actor("mara"), Runnable::run);
    private final ActionsViewModel viewModel = new ActionsViewModel(book, detail);

    @BeforeEach
    void fill() {
        RecoveryScenes.fill(recovery);
        show();
    }

    @Test
    void listsWhatRunsFirstAndThenTheNewest() {
        assertThat(ids()).startsWith(62L, 61L, 46L, 45L, 44L, 36L).endsWith(30L);
        assertThat(viewModel.summaryProperty().get()).isEqualTo("2 actions running · 10 listed of the last 7 d");
    }

    @Test
    void leavesOutWhatNobodyAskedForAndSaysSo() {
        assertThat(ids()).doesNotContain(60L);
        assertThat(viewModel.restProperty().get()).startsWith("and 7 that nobody asked for");

        viewModel.filter("status:refused");

        assertThat(ids()).contains(60L, 50L).doesNotContain(46L);
        assertThat(viewModel.restProperty().get()).isEmpty();
    }

    @Test
    void filtersAsOtherListsDo() {
        viewModel.filter("status:succeeded by:ada runbook:restart*");
        assertThat(ids()).containsExactly(35L, 33L, 31L);

        viewModel.filter("host:web-11");
        assertThat(ids()).containsExactly(44L);

        viewModel.filter("by:itself -host:web-7");
        assertThat(ids()).containsExactly(55L, 54L, 53L, 52L, 51L, 50L);
    }

    @Test
    void keepsTheLastGoodFilterWhileOneIsNotUnderstood() {
        viewModel.filter("host:web-11");
        viewModel.filter("status:eaten");

        assertThat(viewModel.problemProperty().get()).startsWith("no status is called \"eaten\"; known are initiated");
        assertThat(ids()).contains(44L).doesNotContain(36L);
    }

    @Test
    void looksNoFurtherBackThanAsked() {
        viewModel.look(Span.DAY);

        assertThat(ids()).containsExactly(62L, 61L, 46L, 45L, 44L);
    }

    @Test
    void listsWhatALinkLeadsToWhateverBecameOfIt() {
        viewModel.choose(new ActionId(53));

        assertThat(ids()).contains(53L);
        assertThat(viewModel.chosenProperty().get())
                .isNotNull()
                .matches(row -> row.id().value() == 53);
    }

    @Test
    void theChosenOneStaysWhileItRunsAndWhenItIsOver() {
        viewModel.choose(RecoveryScenes.RESTARTING);
        ActionRow before = viewModel.chosenProperty().get();

        world.pass(Duration.ofSeconds(1));
        show();
        assertThat(viewModel.chosenProperty().get()).isSameAs(before);

        world.acting(SomeRunning.actions(List.of(), RecoveryScenes.over()));
        show();
        assertThat(viewModel.rows()).noneMatch(row -> row.line().isRunning());
    }

    @Test
    void aTableThatLosesItsRowsChoosesNothingForThePerson() {
        viewModel.choose(RecoveryScenes.FAILED);
        viewModel.rows().addListener((javafx.collections.ListChangeListener<ActionRow>)
                _ -> viewModel.pick(viewModel.rows().getLast()));

        viewModel.look(Span.DAY);

        assertThat(line().action().id()).isEqualTo(RecoveryScenes.FAILED);
    }

    @Test
    void hasUndoneWhatItDidAtTheSecondPressOnly() {
        viewModel.choose(new ActionId(36));
        assertThat(detail.canRollBack()).isTrue();

        detail.rollBack();
        assertThat(recovery.operations().told()).isEmpty();
        detail.rollBack();

        assertThat(recovery.operations().told()).containsExactly("roll back 36 by mara");
        assertThat(detail.refusalProperty().get()).isEqualTo("It was not rolled back: nothing is done here");
    }

    @Test
    void saysWhyWhatItDidCannotBeUndone() {
        viewModel.choose(new ActionId(46));

        assertThat(detail.canRollBack()).isFalse();
        assertThat(detail.hindranceProperty().get())
                .isEqualTo("runbook collect-vitals has no rollback in the configuration in force");
    }

    @Test
    void saysHowFarARunningOneHasCome() {
        viewModel.choose(RecoveryScenes.RESTARTING);

        assertThat(line().stage()).startsWith("step 2 of 5: ssh to");
        assertThat(line().length()).isEqualTo("12 s");
        assertThat(line().who()).isEqualTo("mara");
    }

    @Test
    void showsAllStepsOfARunningOneAndWhatTheOneUnderWayPrints() {
        viewModel.choose(RecoveryScenes.RESTARTING);

        assertThat(detail.steps())
                .extracting(StepLine::word)
                .containsExactly("done", "under way", "not begun", "not begun", "not begun");
        assertThat(detail.steps().get(1).output()).endsWith("worker 30 has drained its connections");

        recovery.operations().prints("another line");
        show();
        assertThat(detail.steps().get(1).output()).isEqualTo("another line");
    }

    @Test
    void showsWhatWasCarriedOutOfOneThatIsOver() {
        viewModel.choose(RecoveryScenes.FAILED);

        assertThat(detail.steps()).extracting(StepLine::word).containsExactly("done", "failed", "done");
        assertThat(detail.steps().get(1).output()).contains("Address already in use");
        assertThat(detail.steps().get(1).ending()).isEqualTo("exit code 1 · 1 min 31 s");
    }

    @Test
    void cancelsAtTheSecondPressOnly() {
        viewModel.choose(RecoveryScenes.RESTARTING);

        assertThat(detail.cancel()).isEmpty();
        assertThat(detail.armedProperty().get()).isTrue();
        world.pass(ActionDetailModel.SECOND_PRESS);
        show();
        assertThat(detail.armedProperty().get()).isFalse();
        assertThat(recovery.operations().told()).isEmpty();

        detail.cancel();
        assertThat(detail.cancel()).contains("Action 61 is being cancelled");
        assertThat(recovery.operations().told()).containsExactly("cancel 61 by mara");
    }

    @Test
    void aPressOnOneDoesNotCancelAnother() {
        viewModel.choose(RecoveryScenes.RESTARTING);
        detail.cancel();

        viewModel.choose(RecoveryScenes.ASKING);
        detail.cancel();

        assertThat(recovery.operations().told()).isEmpty();
    }

    @Test
    void offersTheAnswersToWhatIsAsked() {
        viewModel.choose(RecoveryScenes.ASKING);

        assertThat(detail.questionProperty().get())
                .contains(new Question("Has the standby of db-3 caught up?", List.of("It has", "Not yet")));
        detail.answer("It has");
        assertThat(recovery.operations().told()).containsExactly("answer 62 It has by mara");
    }

    @Test
    void saysWhyThePastIsMissing() {
        recovery.fails(new IllegalStateException("the disk is full"));
        world.acting(SomeRunning.actions(List.of(), RecoveryScenes.over()));

        show();
        world.pass(Duration.ofSeconds(4));
        show();

        assertThat(viewModel.troubleProperty().get()).isEqualTo("Actions of the past cannot be read: the disk is full");
    }

    private ActionLine line() {
        return detail.lineProperty().get().orElseThrow();
    }

    private void show() {
        var snapshot = world.snapshot();
        book.show(snapshot);
        viewModel.show(snapshot);
    }

    private List<Long> ids() {
        return viewModel.rows().stream().map(row -> row.id().value()).toList();
    }
}
