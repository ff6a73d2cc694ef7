package org.watchfloor.ui.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.watchfloor.engine.FakeRecovery;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.model.Actor;
import org.watchfloor.recovery.Runbooks;
import org.watchfloor.ui.RecoveryScenes;
import org.watchfloor.ui.RunbookSites;
import org.watchfloor.ui.Sites;
import org.watchfloor.ui.Worlds;

/** The catalogue, and what was learnt about each runbook. */
class RunbooksViewModelTest {
    private final FakeRecovery recovery = new FakeRecovery();
    private final ActionBook book = new ActionBook(recovery.desk().actions(), Runnable::run);
    private final RunViewModel run = new RunViewModel(recovery.operations(), new Actor("mara"), Runnable::run);
    private final RunbooksViewModel viewModel = new RunbooksViewModel(book, run);

    @BeforeEach
    void fill() {
        RecoveryScenes.fill(recovery);
        Snapshot snapshot = RecoveryScenes.calm().snapshot();
        book.show(snapshot);
        viewModel.show(snapshot);
    }

    @Test
    void listsThemInTheOrderInWhichTheyAreTried() {
        assertThat(viewModel.lines())
                .extracting(line -> line.runbook().id().value())
                .containsExactly("look-again", "restart-web", "move-database", "collect-vitals");
        assertThat(viewModel.lines())
                .extracting(RunbookLine::marks)
                .containsExactly("safe", "dangerous", "two persons", "");
    }

    @Test
    void saysHowOftenEachHasHelped() {
        assertThat(viewModel.lines())
                .extracting(line -> RecordWords.of(line.record()))
                .containsExactly("never tried", "worked 7 of 8 times, median 40 s", "never tried", "never tried");
    }

    @Test
    void filtersByMarksAndWords() {
        viewModel.choose(RecoveryScenes.MOVE);
        viewModel.filter("is:dangerous");
        assertThat(viewModel.lines())
                .extracting(line -> line.runbook().id().value())
                .containsExactly("restart-web", "move-database");

        viewModel.filter("color:red");
        assertThat(viewModel.problemProperty().get())
                .startsWith("unknown key \"color\"; known are runbook, is, strategy");
    }

    @Test
    void aLinkLeadsToTheRunbookWithItsTarget() {
        viewModel.choose(RecoveryScenes.RESTART, RecoveryScenes.FRONT);

        assertThat(viewModel.chosenProperty().get()).contains(RecoveryScenes.RESTART);
        assertThat(run.checkProperty().get()).contains(RecoveryScenes.FRONT);
        assertThat(run.dryRunProperty().get()).isPresent();
    }

    @Test
    void aRunbookThatIsGoneIsChosenNoLonger() {
        viewModel.choose(RecoveryScenes.RESTART);

        viewModel.show(Worlds.calm(RunbookSites.on(Sites.sixtyHosts(), Teaching.SNIPPET))
                .snapshot());

        assertThat(viewModel.chosenProperty().get()).contains(RecoveryScenes.LOOK_AGAIN);
        assertThat(run.runbookProperty().get()).isPresent();
    }

    @Test
    void whatAnEmptyCatalogueTeachesIsValid() {
        Runbooks taught = RunbookSites.on(Sites.sixtyHosts(), Teaching.SNIPPET)
                .section(Runbooks.class)
                .orElseThrow();

        assertThat(taught.all()).singleElement().matches(one -> one.guards().safe());
    }
}
