package org.watchfloor.ui.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.watchfloor.engine.FakeRecovery;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.model.Actor;
import org.watchfloor.recovery.action.Action;
import org.watchfloor.recovery.action.Cause;
import org.watchfloor.recovery.action.Status;
import org.watchfloor.recovery.failure.Failure;
import org.watchfloor.ui.RecoveryScenes;
import org.watchfloor.ui.Worlds;

/** What would have begun by itself, and what happened without it. */
class ShadowViewModelTest {
    private final FakeRecovery recovery = new FakeRecovery();
    private final ActionBook book = new ActionBook(recovery.desk().actions(), Runnable::run);
    private final ShadowViewModel viewModel =
            new ShadowViewModel(book, recovery.desk().failures(), Runnable::run);

    @BeforeEach
    void show() {
        RecoveryScenes.fill(recovery);
        Snapshot snapshot = RecoveryScenes.calm().snapshot();
        book.show(snapshot);
        viewModel.show(snapshot);
    }

    @Test
    void saysWhatHappenedWithoutIt() {
        assertThat(viewModel.cases())
                .extracting(ShadowCase::words)
                .startsWith("still failing", "ended 1 min 30 s later: by itself", "ended 2 min 30 s later: by itself");
    }

    @Test
    void addsItUp() {
        assertThat(viewModel.totalsProperty().get())
                .isEqualTo("7 would have begun; 6 ended by themselves after a median of 4 min 30 s, 1 still failing");
    }

    @Test
    void doesNotSayThatNothingWouldHaveBegunWhereNothingCanBeRead() {
        FakeRecovery broken = new FakeRecovery();
        broken.fails(new IllegalStateException("the disk is full"));
        ActionBook unread = new ActionBook(broken.desk().actions(), Runnable::run);
        ShadowViewModel report = new ShadowViewModel(unread, broken.desk().failures(), Runnable::run);

        unread.show(RecoveryScenes.calm().snapshot());
        report.show(RecoveryScenes.calm().snapshot());

        assertThat(report.totalsProperty().get()).isEqualTo("What would have begun by itself is not known");
        assertThat(report.troubleProperty().get()).endsWith("cannot be read: the disk is full");
    }

    @Test
    void filtersLikeTheHistory() {
        viewModel.filter("host:web-7");

        assertThat(viewModel.cases()).singleElement().matches(one -> one.words().equals("still failing"));
        assertThat(viewModel.totalsProperty().get()).isEqualTo("1 would have begun; 1 still failing");
    }

    @Test
    void tellsWhenSomebodyHasMendedIt() {
        Action held = RecoveryScenes.held().getFirst();
        Failure failure = RecoveryScenes.failures().getLast();
        Action byHand = RecoveryScenes.action(
                        70,
                        RecoveryScenes.RESTART,
                        "Restart the web server",
                        failure.target().check(),
                        new Cause.ByHand(new Actor("ada")),
                        java.time.Duration.between(failure.at().plusSeconds(60), Worlds.NOON))
                .over(Status.SUCCEEDED, failure.at().plusSeconds(120), "green");

        ShadowReport report = ShadowReport.of(List.of(byHand, held), List.of(failure), Worlds.NOON);

        assertThat(report.cases())
                .singleElement()
                .matches(one -> one.words()
                        .equals("ended 6 min 30 s later, after ada had begun action 70 (Restart the web server)"));
        assertThat(report.totals())
                .isEqualTo("1 would have begun; 1 after a person had done something after 6 min 30 s");
    }

    @Test
    void saysNothingOfWhatIsOlderThanAWeek() {
        ShadowReport report = ShadowReport.of(
                RecoveryScenes.held(), RecoveryScenes.failures(), Worlds.NOON.plus(ShadowReport.LENGTH));

        assertThat(report.cases()).isEmpty();
        assertThat(report.totals()).isEqualTo("Nothing would have begun by itself in the last 7 days");
    }
}
