package org.watchfloor.ui.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.watchfloor.engine.FakeRecovery;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.model.CheckId;
import org.watchfloor.ui.RecoveryScenes;

/** What is offered beside something broken. */
class MendingTest {
    private final FakeRecovery recovery = new FakeRecovery();
    private final ActionBook book = new ActionBook(recovery.desk().actions(), Runnable::run);
    private final Snapshot snapshot = RecoveryScenes.busy().snapshot();

    @BeforeEach
    void fill() {
        RecoveryScenes.fill(recovery);
        book.show(snapshot);
    }

    @Test
    void offersWhatPromisesMostFirst() {
        Mending mending = Mending.of(snapshot, RecoveryScenes.FRONT, book);

        assertThat(mending.failing()).isTrue();
        assertThat(mending.offers())
                .extracting(offer -> offer.runbook() + ": " + RecordWords.of(offer.record()))
                .containsExactly("restart-web: worked 7 of 8 times, median 40 s", "look-again: never tried");
    }

    @Test
    void tellsWhatIsAtWorkOnTheHost() {
        assertThat(Mending.of(snapshot, CheckId.parse("web-7/cert"), book).under())
                .singleElement()
                .matches(one -> one.action().equals(RecoveryScenes.RESTARTING)
                        && one.words().startsWith("Restart the web server: step 2 of 5"));
    }

    @Test
    void offersByHandWhatFitsSomethingThatWorks() {
        Mending mending = Mending.of(snapshot, CheckId.parse("edge-fra/vitals"), book);

        assertThat(mending.failing()).isFalse();
        assertThat(mending.offers())
                .singleElement()
                .matches(offer -> offer.runbook().value().equals("collect-vitals") && !offer.meant());
    }

    @Test
    void ofManyChecksOnlyThoseThatFailAreMended() {
        Mending mending = Mending.ofFailing(
                snapshot, List.of(CheckId.parse("web-1/front"), RecoveryScenes.FRONT, RecoveryScenes.POSTGRES), book);

        assertThat(mending.offers())
                .extracting(offer -> offer.runbook() + " " + offer.check())
                .containsExactly("restart-web web-7/front", "look-again web-7/front", "move-database db-3/postgres");
    }

    @Test
    void nothingIsOfferedForWhatWorks() {
        assertThat(Mending.ofFailing(snapshot, List.of(CheckId.parse("web-1/front")), book))
                .isEqualTo(Mending.NOTHING);
    }
}
