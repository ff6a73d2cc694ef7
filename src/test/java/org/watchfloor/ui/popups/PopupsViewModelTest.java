package org.watchfloor.ui.popups;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.watchfloor.model.Notice;
import org.watchfloor.model.Severity;
import org.watchfloor.notify.desktop.Popup;
import org.watchfloor.ui.AlertScenes;
import org.watchfloor.ui.Worlds;

class PopupsViewModelTest {
    private static final Instant NOON = Worlds.NOON;

    private final AtomicInteger sounds = new AtomicInteger();
    private final List<Severity> heard = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final PopupsViewModel viewModel = new PopupsViewModel(new Voice() {
        @Override
        public void play(Notice notice) {
            sounds.incrementAndGet();
            heard.add(notice.severity());
        }

        @Override
        public void say(String line) {
            said.add(line);
        }
    });

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
        Popup spoken = new Popup("web-7/front is down", List.of(), true, true, Optional.of(Duration.ofSeconds(30)));
        viewModel.show(AlertScenes.notice("e-1", AlertScenes.SLOW), spoken, NOON);
        viewModel.show(AlertScenes.notice("e-2", AlertScenes.DOWN), spoken, NOON);
        heard.clear();
        said.clear();

        viewModel.tick(NOON.plusSeconds(30));

        assertThat(heard).containsExactly(AlertScenes.DOWN.severity());
        assertThat(said).containsExactly("web-7/front is down", "web-7/front is down");
    }

    @Test
    void bringsThePopUpOfAnEpisodeUpToDate() {
        viewModel.show(
                AlertScenes.notice("e-1", AlertScenes.DOWN), popup(true, Optional.of(Duration.ofSeconds(30))), NOON);
        viewModel.show(AlertScenes.notice("e-2", AlertScenes.SLOW), popup(false, Optional.empty()), NOON);

        viewModel.show(AlertScenes.notice("e-1", AlertScenes.OVER), popup(false, Optional.empty()), NOON);

        assertThat(viewModel.shown())
                .extracting(shown -> shown.notice().episode())
                .containsExactly("e-1", "e-2");
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
    void showsAtMostFiveAndCountsTheRest() {
        for (int i = 1; i <= 7; i++) {
            viewModel.show(AlertScenes.notice("e-" + i, AlertScenes.DOWN), popup(true, Optional.empty()), NOON);
        }

        assertThat(viewModel.shown()).hasSize(5);
        assertThat(viewModel.shown().getFirst().notice().episode()).isEqualTo("e-7");
        assertThat(viewModel.pushedOutProperty().get()).isEqualTo(2);
    }

    @Test
    void forgetsAllThatWasNoticedAtOnce() {
        for (int i = 1; i <= 6; i++) {
            viewModel.show(AlertScenes.notice("e-" + i, AlertScenes.DOWN), popup(true, Optional.empty()), NOON);
        }

        viewModel.allNoticed();

        assertThat(viewModel.hasAny()).isFalse();
        assertThat(viewModel.pushedOutProperty().get()).isZero();
    }

    private static Popup popup(boolean sound, Optional<Duration> repeat) {
        return new Popup("web-7/front is down", List.of("connection refused"), sound, false, repeat);
    }
}
