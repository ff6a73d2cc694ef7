package org.watchfloor.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.watchfloor.config.Check;
import org.watchfloor.engine.History.Metric;
import org.watchfloor.engine.History.Point;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.State;
import org.watchfloor.ui.DailyHistory;
import org.watchfloor.ui.Worlds;
import org.watchfloor.ui.chart.ChartContent.Limit;
import org.watchfloor.ui.chart.Window;
import org.watchfloor.ui.fx.Formats;

class HistoryViewModelTest {
    private static final Instant NOON = Worlds.NOON;

    private final SlowHistory history = new SlowHistory();
    private final HistoryViewModel past = new HistoryViewModel(history, new Formats(ZoneOffset.UTC), Runnable::run);
    private final Check front = check("web-7/front");
    private final Check health = check("web-7/health");

    @Test
    void asksForTheLastHourFirst() {
        past.show(front, NOON);

        assertThat(history.last().check()).isEqualTo(Shops.FRONT);
        assertThat(history.last().metric()).isEqualTo("latency");
        assertThat(Duration.between(history.last().from(), history.last().to())).isEqualTo(Duration.ofHours(1));
        assertThat(past.noteProperty().get()).isEqualTo("Reading the history …");
    }

    @Test
    void showsTheAnswerWithItsLimits() {
        past.show(front, NOON);

        history.last().answer(35);

        assertThat(means()).containsExactly(35.0);
        assertThat(past.noteProperty().get()).isEmpty();
        assertThat(view().chart().limits())
                .containsExactly(
                        new Limit(400, State.DEGRADED, "degraded 400 ms"), new Limit(900, State.DOWN, "down 900 ms"));
        assertThat(past.dayProperty().get()).isEqualTo("99.90 %");
        assertThat(past.unseen().getValue()).startsWith("24 h: 88 % not seen");
    }

    @Test
    void aReplyToAnOlderQuestionIsDropped() {
        past.show(front, NOON);
        SlowHistory.Ask first = history.last();
        past.look(Range.DAY);
        SlowHistory.Ask second = history.last();

        second.answer(2);
        first.answer(1);

        assertThat(first.reply()).isCancelled();
        assertThat(means()).containsExactly(2.0);
    }

    @Test
    void anotherCheckNeverShowsTheLineOfTheOneBefore() {
        past.show(front, NOON);
        SlowHistory.Ask first = history.last();
        first.answer(35);

        past.show(health, NOON);

        assertThat(means()).isEmpty();
        assertThat(history.last().check()).isEqualTo(Shops.HEALTH);
    }

    @Test
    void whatIsShownStaysUntilTheNewAnswerIsThere() {
        past.show(front, NOON);
        history.last().answer(35);

        past.look(Range.WEEK);

        assertThat(means()).containsExactly(35.0);
        assertThat(past.noteProperty().get()).isEmpty();
    }

    @Test
    void followsThePresentEveryFewSeconds() {
        past.show(front, NOON);
        history.last().answer(35);

        past.show(front, NOON.plusSeconds(4));
        assertThat(history.asks()).hasSize(1);

        past.show(front, NOON.plusSeconds(5));
        assertThat(history.asks()).hasSize(2);
        assertThat(history.last().to()).isEqualTo(NOON.plusSeconds(5));
    }

    @Test
    void asksNotAgainWhileAnAnswerIsUnderWay() {
        past.show(front, NOON);

        past.show(front, NOON.plusSeconds(20));

        assertThat(history.asks()).hasSize(1);
    }

    @Test
    void stopsFollowingWhileZoomedAndReturns() {
        past.show(front, NOON);
        history.last().answer(35);
        Window earlier = new Window(NOON.minusSeconds(1_800), NOON.minusSeconds(900));
        past.zoom(earlier);
        history.last().answer(36);

        past.show(front, NOON.plusSeconds(60));

        assertThat(past.isLive()).isFalse();
        assertThat(history.asks()).hasSize(2);
        assertThat(view().chart().window()).isEqualTo(earlier);

        past.reset();

        assertThat(past.isLive()).isTrue();
        assertThat(history.last().to()).isEqualTo(NOON.plusSeconds(60));
    }

    @Test
    void theFutureIsNotLookedAt() {
        past.show(front, NOON);

        past.zoom(new Window(NOON.minusSeconds(600), NOON.plusSeconds(600)));

        assertThat(history.last().to()).isEqualTo(NOON);
        assertThat(history.last().from()).isEqualTo(NOON.minusSeconds(1_200));
    }

    @Test
    void anEmptyAnswerIsSaid() {
        past.show(front, NOON);

        history.last().answerWithNothing();

        assertThat(past.noteProperty().get()).isEqualTo("No data in this time. The check runs every 30 s.");
    }

    @Test
    void aFailureIsSaidAndAskedAgain() {
        past.show(front, NOON);
        history.last().answer(35);
        past.show(front, NOON.plusSeconds(5));

        history.last().fail("disk\u001b full");

        assertThat(past.problemProperty().get())
                .isEqualTo("The history cannot be read: disk\\x1b full. It is asked again by itself.");
        assertThat(means()).containsExactly(35.0);

        past.show(front, NOON.plusSeconds(10));
        history.last().answer(36);

        assertThat(past.problemProperty().get()).isEmpty();
        assertThat(means()).containsExactly(36.0);
    }

    @Test
    void showsTheMetricThatIsPicked() {
        Metric size = new Metric("size", "B");
        history.know(new Metric("latency", "ms"), size);
        past.show(front, NOON);
        history.last().answer(35);

        past.pick(size);

        assertThat(past.metrics()).contains(size);
        assertThat(history.last().metric()).isEqualTo("size");
        assertThat(means()).isEmpty();
        assertThat(view().chart().limits()).isEmpty();
    }

    @Test
    void asksForAsManyPointsAsTheChartIsWide() {
        past.show(front, NOON);

        past.pixels(900);
        past.pixels(1_000);

        assertThat(history.asks()).hasSize(2);
        assertThat(history.last().points()).isEqualTo(1_024);
    }

    @Test
    void clearedItForgetsItsQuestions() {
        past.show(front, NOON);

        past.clear();

        assertThat(history.last().reply()).isCancelled();
        assertThat(past.viewProperty().get()).isEmpty();
    }

    @Test
    void knowsWhenNobodyWasLooking() {
        HistoryViewModel daily = new HistoryViewModel(new DailyHistory(), new Formats(ZoneOffset.UTC), Runnable::run);
        daily.show(front, NOON);

        PastView view = daily.viewProperty().get().orElseThrow();

        assertThat(view.gaps())
                .containsExactly(new Window(NOON.minus(Duration.ofMinutes(33)), NOON.minus(Duration.ofMinutes(28))));
        assertThat(view.states()).extracting(span -> span.state()).contains(State.DEGRADED, State.DOWN);
    }

    private PastView view() {
        return past.viewProperty().get().orElseThrow();
    }

    private List<Double> means() {
        return view().chart().points().stream().map(Point::mean).toList();
    }

    private static Check check(String id) {
        return Shops.site().checks().stream()
                .filter(check -> check.id().equals(CheckId.parse(id)))
                .findFirst()
                .orElseThrow();
    }
}
