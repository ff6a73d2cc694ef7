package org.watchfloor.ui.popups;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.watchfloor.model.Actor;
import org.watchfloor.model.Notice;
import org.watchfloor.model.Severity;
import org.watchfloor.notify.desktop.Popup;
import org.watchfloor.ui.AlertScenes;
import org.watchfloor.ui.Worlds;

class PopupsViewModelTest {
    private static final Instant NOON = Worlds.NOON;
    private static final Actor MARA = new Actor("mara");

    private final AtomicInteger sounds = new AtomicInteger();
    private final List<Severity> heard = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final OwnAcks acks = new OwnAcks(MARA);
    private final PopupsViewModel viewModel = new PopupsViewModel(
            new Voice() {
                @Override
                public void play(Notice notice) {
                    sounds.incrementAndGet();
                    heard.add(notice.severity());
                }

                @Override
                public void say(String line) {
                    said.add(line);
                }
            },
            acks);

    @Test
    void isHeardAgainUntilSomebodyNotices() {
        viewModel.show(
                AlertScenes.notice("e-1", AlertScenes.DOWN), popup(true, Optional.of(Duration.ofSeconds(30))), NOON);

        viewModel.tick(NOON.plusSeconds(29));
        viewModel.tick(NOON.plusSeconds(30));
        viewModel.tick(NOON.plusSeconds(600));
        int heard = sounds.get();
        viewModel.noticed(viewModel.shown().getFirst());
        viewModel.tick(NOON.plusSeconds(900));

        assertThat(heard).isEqualTo(3);
        assertThat(sounds).hasValue(3);
        assertThat(viewModel.shown()).isEmpty();
    }

    @Test
    void oneSoundIsThatOfTheWorstAndEachIsReadOut() {
        Popup spoken = new Popup("web-7/front is down", true, true, Optional.of(Duration.ofSeconds(30)));
        viewModel.show(AlertScenes.notice("e-1", AlertScenes.SLOW), spoken, NOON);
        viewModel.show(AlertScenes.notice("e-2", AlertScenes.DOWN), spoken, NOON);
        heard.clear();
        said.clear();

        viewModel.tick(NOON.plusSeconds(30));

        assertThat(heard).containsExactly(AlertScenes.DOWN.severity());
        assertThat(said).containsExactly("P2: web-7/front is down", "P3: web-7/front is down");
    }

    @Test
    void bringsThePopUpOfAnEpisodeUpToDate() {
        viewModel.show(
                AlertScenes.notice("e-1", AlertScenes.DOWN), popup(true, Optional.of(Duration.ofSeconds(30))), NOON);
        viewModel.show(AlertScenes.notice("e-2", AlertScenes.SLOW), popup(false, Optional.empty()), NOON);

        viewModel.show(AlertScenes.notice("e-1", AlertScenes.OVER), popup(false, Optional.empty()), NOON);

        assertThat(viewModel.shown())
                .extracting(shown -> shown.notice().episode())
                .containsExactly("e-2", "e-1");
        assertThat(sounds).hasValue(1);
    }

    @Test
    void goesByItselfUnlessItRepeats() {
        viewModel.show(AlertScenes.notice("e-1", AlertScenes.OVER), popup(false, Optional.empty()), NOON);
        viewModel.show(AlertScenes.notice("e-2", AlertScenes.SLOW), popup(false, Optional.empty()), NOON);
        viewModel.show(
                AlertScenes.notice("e-3", AlertScenes.DOWN), popup(true, Optional.of(Duration.ofMinutes(5))), NOON);

        viewModel.tick(NOON.plus(PopupsViewModel.OTHERS_STAY));
        int afterOthers = viewModel.shown().size();
        viewModel.tick(NOON.plus(PopupsViewModel.FIRING_STAYS));

        assertThat(afterOthers).isEqualTo(2);
        assertThat(viewModel.shown())
                .extracting(shown -> shown.notice().episode())
                .containsExactly("e-3");
    }

    @Test
    void showsAtMostThreeAndTheOthersWhenThereIsRoom() {
        for (int i = 1; i <= 5; i++) {
            viewModel.show(AlertScenes.notice("e-" + i, AlertScenes.DOWN), popup(true, Optional.empty()), NOON);
        }
        List<String> first = episodes();
        int more = viewModel.moreProperty().get();

        viewModel.noticed(viewModel.shown().getFirst());

        assertThat(first).containsExactly("e-5", "e-4", "e-3");
        assertThat(more).isEqualTo(2);
        assertThat(episodes()).containsExactly("e-4", "e-3", "e-2");
        assertThat(viewModel.moreProperty().get()).isEqualTo(1);
    }

    @Test
    void whatIsOverDoesNotPushAwayWhatFires() {
        viewModel.show(AlertScenes.notice("e-1", AlertScenes.DOWN), popup(true, Optional.empty()), NOON);
        for (int i = 2; i <= 5; i++) {
            viewModel.show(AlertScenes.notice("e-" + i, AlertScenes.OVER), popup(true, Optional.empty()), NOON);
        }

        assertThat(episodes()).containsExactly("e-1", "e-5", "e-4");
    }

    @Test
    void hasTheColourOfTheWorstThatStillFiresOrOfWhatIsOver() {
        show(AlertScenes.notice("e-1", Notice.Kind.RESOLVED, AlertScenes.OVER, AlertScenes.SLOW));
        Optional<Severity> mixed = viewModel.shown().getFirst().firing();
        show(AlertScenes.notice("e-1", Notice.Kind.RESOLVED, AlertScenes.OVER, AlertScenes.OVER));

        assertThat(mixed).contains(Severity.MEDIUM);
        assertThat(viewModel.shown().getFirst().firing()).isEmpty();
    }

    @Test
    void staysUntilAllOfItIsTakenHere() {
        show(AlertScenes.notice("e-1", Notice.Kind.FIRING, AlertScenes.DOWN, AlertScenes.CERTIFICATE));
        acks.given(List.of(AlertScenes.DOWN.id()), NOON);
        show(AlertScenes.taken("e-1", MARA, AlertScenes.DOWN));
        List<Notice.Kind> afterOne =
                viewModel.shown().stream().map(one -> one.notice().kind()).toList();

        acks.given(List.of(AlertScenes.CERTIFICATE.id()), NOON);
        show(AlertScenes.taken("e-1", MARA, AlertScenes.CERTIFICATE));

        assertThat(afterOne).containsExactly(Notice.Kind.FIRING);
        assertThat(viewModel.hasAny()).isFalse();
    }

    @Test
    void tellsOfWhatWasTakenUnderTheSameNameLongAfter() {
        acks.given(List.of(AlertScenes.DOWN.id()), NOON.minusSeconds(60));

        show(AlertScenes.taken("e-1", MARA, AlertScenes.DOWN));

        assertThat(episodes()).containsExactly("e-1");
    }

    @Test
    void forgetsAllThatWasNoticedAtOnce() {
        for (int i = 1; i <= 6; i++) {
            viewModel.show(AlertScenes.notice("e-" + i, AlertScenes.DOWN), popup(true, Optional.empty()), NOON);
        }

        viewModel.allNoticed();

        assertThat(viewModel.hasAny()).isFalse();
        assertThat(viewModel.moreProperty().get()).isZero();
    }

    private void show(Notice notice) {
        viewModel.show(notice, popup(false, Optional.empty()), NOON);
    }

    private List<String> episodes() {
        return viewModel.shown().stream().map(shown -> shown.notice().episode()).toList();
    }

    private static Popup popup(boolean sound, Optional<Duration> repeat) {
        return new Popup("web-7/front is down", sound, false, repeat);
    }
}
