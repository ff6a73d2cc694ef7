package org.watchfloor.ui.away;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.watchfloor.alert.Alert;
import org.watchfloor.ui.AlertScenes;
import org.watchfloor.ui.FakeAlerts;
import org.watchfloor.ui.FakeHistory;
import org.watchfloor.ui.Worlds;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.PreferenceStore;
import org.watchfloor.ui.fx.Preferences;

/** What waits for somebody who comes back at noon. */
class AwayViewModelTest {
    private static final Instant NOON = Worlds.NOON;
    private static final Formats UTC = new Formats(ZoneOffset.UTC);

    private final FakeAlerts alerts = AlertScenes.fill(new FakeAlerts());
    private final Map<String, String> shelf =
            new HashMap<>(Map.of("away-since", NOON.minus(Duration.ofHours(3)).toString()));
    private final Preferences preferences = new Preferences(new PreferenceStore() {
        @Override
        public Map<String, String> load() {
            return Map.copyOf(shelf);
        }

        @Override
        public void save(Map<String, String> all) {
            shelf.putAll(all);
        }
    });

    @Test
    void oneTroubleIsOneLineTheLatestFirst() {
        alerts.knows(AlertScenes.DOWN);

        AwayViewModel viewModel = comeBack();

        assertThat(titles(viewModel))
                .containsExactly(
                        "web-7/front is down: connection refused",
                        "web-2 is down: connection refused",
                        "Nothing was watched: Watchfloor was not running");
        assertThat(viewModel.countProperty().get()).isEqualTo(3);
    }

    @Test
    void saysFromWhenToWhenAndWhoWasTold() {
        Happening web2 = comeBack().rows().getFirst().happening();

        assertThat(AwayWords.times(web2, UTC, NOON)).isEqualTo("10:34:09 – 10:55:09 UTC · 21 min");
        assertThat(AwayWords.standing(web2, NOON)).isEqualTo("Over, 1 h ago");
        assertThat(AwayWords.told(web2, UTC, NOON))
                .isEqualTo("Told ops-mail 10:34:39 UTC · was taken by mara 10:37:39 UTC");
    }

    @Test
    void saysWhatGoesOnAndWhyNobodyWasTold() {
        alerts.knows(AlertScenes.BEHIND);

        Happening behind = comeBack().rows().getFirst().happening();

        assertThat(AwayWords.times(behind, UTC, NOON)).isEqualTo("since 11:52:09 UTC · 12 min");
        assertThat(AwayWords.standing(behind, NOON)).isEqualTo("Still going on");
        assertThat(AwayWords.told(behind, UTC, NOON)).isEqualTo("Nobody was told: it lies behind gw-syd");
    }

    @Test
    void whatBeganEarlierIsNewsWhenItEndedOrWasPaged() {
        alerts.knows(AlertScenes.SLOW, AlertScenes.SILENCED.ended(NOON.minusSeconds(60)), AlertScenes.PENDING);
        shelf.put("away-since", NOON.minusSeconds(300).toString());
        AwayViewModel viewModel = comeBack(new Preferences(preferencesAsSaved()));

        assertThat(titles(viewModel)).containsExactly("db-8/disk: 91 % of /var is used");
    }

    @Test
    void aPageThatDidNotArriveIsSaid() {
        Happening over = comeBack().rows().getFirst().happening();
        alerts.posted(AlertScenes.outbox().dead().toArray(org.watchfloor.notify.Posting[]::new));

        Happening again = comeBack().rows().getFirst().happening();

        assertThat(over.told()).hasSize(1);
        assertThat(AwayWords.told(again, UTC, NOON)).contains("· not reached: sms-jonas 10:35:49 UTC ·");
    }

    @Test
    void whatWasSeenIsGoneForGoodAlsoAfterARestart() {
        AwayViewModel viewModel = comeBack();
        viewModel.seen(viewModel.rows().getFirst());
        List<String> left = titles(viewModel);
        viewModel.closed();

        AwayViewModel next = comeBack(new Preferences(preferencesAsSaved()));

        assertThat(left).containsExactly("Nothing was watched: Watchfloor was not running");
        assertThat(titles(next)).isEqualTo(left);
    }

    @Test
    void anEndIsNewsThoughTheBeginWasSeen() {
        Alert down = AlertScenes.DOWN;
        alerts.knows(down);
        AwayViewModel viewModel = comeBack();
        viewModel.allSeen();
        viewModel.closed();

        viewModel.left(NOON.plusSeconds(60));
        FakeAlerts ended = new FakeAlerts().knows(down.ended(NOON.plusSeconds(120)));
        AwayViewModel later = new AwayViewModel(
                new FakeHistory(), ended, new Preferences(preferencesAsSaved()), NOON.plusSeconds(600), Runnable::run);
        later.touched(NOON.plusSeconds(600));

        assertThat(titles(later)).containsExactly("web-7/front is down: connection refused");
    }

    @Test
    void allThatWasSeenCanBeHadBackUntilTheTrayIsClosed() {
        AwayViewModel viewModel = comeBack();
        viewModel.allSeen();
        assertThat(viewModel.rows()).isEmpty();
        assertThat(viewModel.undoableProperty().get()).isTrue();

        viewModel.undo();
        int back = viewModel.rows().size();
        viewModel.allSeen();
        viewModel.closed();

        assertThat(back).isEqualTo(2);
        assertThat(viewModel.undoableProperty().get()).isFalse();
    }

    @Test
    void anAbsenceWithoutNewsIsForgotten() {
        AwayViewModel viewModel = comeBack();
        viewModel.allSeen();
        viewModel.closed();
        viewModel.left(NOON.plusSeconds(10));
        viewModel.touched(NOON.plusSeconds(20));

        viewModel.show(Worlds.alarmed().pass(Duration.ofSeconds(30)).snapshot());
        viewModel.tick(NOON.plusSeconds(60));

        assertThat(shelf.get("away-times")).isEmpty();
        assertThat(viewModel.sinceProperty().get()).isEmpty();
    }

    @Test
    void theChosenLineStaysChosenAndTheNextTakesThePlaceOfOneThatWasSeen() {
        alerts.knows(AlertScenes.DOWN);
        AwayViewModel viewModel = comeBack();
        viewModel.step(1);
        AwayRow second = viewModel.chosenProperty().get();

        viewModel.seen(viewModel.rows().getFirst());
        AwayRow still = viewModel.chosenProperty().get();
        viewModel.seen(viewModel.rows().getFirst());

        assertThat(still).isSameAs(second);
        assertThat(viewModel.chosenProperty().get()).isSameAs(viewModel.rows().getFirst());
    }

    @Test
    void theLatestIsChosenUntilAPersonPicksAnother() {
        AwayViewModel viewModel = comeBack();
        alerts.knows(AlertScenes.DOWN);

        viewModel.show(Worlds.alarmed().snapshot());
        viewModel.tick(NOON.plusSeconds(60));

        assertThat(viewModel.rows()).hasSize(3);
        assertThat(viewModel.chosenProperty().get()).isSameAs(viewModel.rows().getFirst());
    }

    @Test
    void countsAlsoWhileNobodyIsBackYet() {
        AwayViewModel viewModel = model(preferences);
        viewModel.show(Worlds.alarmed().snapshot());

        viewModel.tick(NOON.plusSeconds(3));

        assertThat(viewModel.countProperty().get()).isEqualTo(2);
    }

    private AwayViewModel comeBack() {
        return comeBack(preferences);
    }

    private AwayViewModel comeBack(Preferences remembered) {
        AwayViewModel viewModel = model(remembered);
        viewModel.touched(NOON);
        viewModel.tick(NOON);
        return viewModel;
    }

    private AwayViewModel model(Preferences remembered) {
        return new AwayViewModel(new FakeHistory(), alerts, remembered, NOON, Runnable::run);
    }

    private PreferenceStore preferencesAsSaved() {
        Map<String, String> saved = Map.copyOf(shelf);
        return new PreferenceStore() {
            @Override
            public Map<String, String> load() {
                return saved;
            }

            @Override
            public void save(Map<String, String> all) {
                shelf.putAll(all);
            }
        };
    }

    private static List<String> titles(AwayViewModel viewModel) {
        return viewModel.rows().stream().map(row -> row.happening().title()).toList();
    }
}
