package org.watchfloor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.watchfloor.store.Facts.FRONT;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.watchfloor.config.Settings;
import org.watchfloor.engine.History;
import org.watchfloor.engine.History.Series;
import org.watchfloor.engine.Recordings;
import org.watchfloor.model.Measurement;
import org.watchfloor.model.State;

/** Samples, from the open hour, from chunks, and from roll-ups. */
class SeriesTest extends StoreCase {
    @Test
    void readsTheOpenHourFromMemoryAndAfterARestartFromTheJournal() throws StoreFailed {
        sampleEvery(Duration.ofSeconds(30), Duration.ofMinutes(10));

        Series before = series(Duration.ofMinutes(10), 20);
        reopen();
        Series after = series(Duration.ofMinutes(10), 20);

        assertThat(before.source()).isEqualTo("raw");
        assertThat(before.unit()).isEqualTo("ms");
        assertThat(before.rawCount()).isEqualTo(20);
        assertThat(before.points()).hasSize(20);
        assertThat(after).isEqualTo(before);
    }

    @Test
    void sealingChangesNothingThatCanBeSeen() throws StoreFailed {
        sampleEvery(Duration.ofSeconds(30), Duration.ofMinutes(90));
        Series before = series(Duration.ofMinutes(90), 180);

        sealUpTo(Duration.ofHours(3));
        Series sealed = series(Duration.ofMinutes(90), 180);
        reopen();
        Series after = series(Duration.ofMinutes(90), 180);

        assertThat(before.rawCount()).isEqualTo(180);
        assertThat(sealed).isEqualTo(before);
        assertThat(after).isEqualTo(before);
        assertThat(count("journal")).isZero();
        assertThat(count("chunk")).isEqualTo(4);
    }

    @Test
    void handsOutAnHourInTheOrderOfTimeWhenSomethingCameLate() {
        sampleEvery(Duration.ofSeconds(30), Duration.ofMinutes(55));
        sealUpTo(Duration.ofMinutes(63));
        clock.set(START.plus(Duration.ofMinutes(61)));
        store.journal().sample(Facts.up(FRONT, START.plus(Duration.ofMinutes(58)), 7), State.UP);
        awaitWritten(221);

        List<Recordings.Track> hour = store.recordings()
                .hour(START.toEpochMilli() / 3_600_000, List.of(FRONT), _ -> false)
                .join();

        assertThat(hour).extracting(Recordings.Track::size).containsExactly(110, 1);
    }

    @Test
    void takesRollUpsWhenTheyAreFineEnough() {
        sampleEvery(Duration.ofSeconds(30), Duration.ofHours(26));
        sealUpTo(Duration.ofHours(27));

        Series fine = series(Duration.ofHours(26), 26 * 12);
        Series coarse = series(Duration.ofHours(26), 13);

        assertThat(fine.source()).isEqualTo("5m");
        assertThat(fine.points()).hasSize(26 * 12);
        assertThat(fine.rawCount()).isEqualTo(26 * 120);
        assertThat(coarse.source()).isEqualTo("1h");
        assertThat(coarse.points()).hasSize(13);
        assertThat(coarse.rawCount()).isEqualTo(26 * 120);
        assertThat(coarse.points().getFirst().min()).isEqualTo(10);
        assertThat(coarse.points().getFirst().max()).isEqualTo(19);
        assertThat(coarse.points().getFirst().mean()).isCloseTo(14.5, within(0.01));
        Waiting.until(() -> count("rollup_1h") == 2 && count("rollup_part") == 2 * 11);
    }

    @Test
    void leavesOutLatenciesOfLooksWithoutAnAnswer() {
        store.journal().sample(Facts.up(FRONT, START, 10), State.UP);
        store.journal().sample(Facts.down(FRONT, START.plusSeconds(30), 9_999), State.UP);
        awaitWritten(2);

        Series series = series(Duration.ofMinutes(1), 2);

        assertThat(series.points()).hasSize(1);
        assertThat(series.points().getFirst().max()).isEqualTo(10);
    }

    @Test
    void keepsEveryMetricUnderItsNameAndUnit() {
        Measurement days = new Measurement("cert_days_left", 42.5, "d");
        Measurement odd = new Measurement("odd", Double.NaN, "");
        store.journal().sample(Facts.up(FRONT, START, 10, days, odd), State.UP);
        awaitWritten(1);

        Series series = history()
                .series(FRONT, "cert_days_left", START, START.plusSeconds(60), 1)
                .join();

        assertThat(history().metrics(FRONT).join())
                .containsExactly(
                        new History.Metric("latency", "ms"),
                        new History.Metric("cert_days_left", "d"),
                        new History.Metric("odd", ""));
        assertThat(series.points()).containsExactly(new History.Point(START, 42.5, 42.5, 42.5, 1));
        assertThat(history()
                        .series(FRONT, "odd", START, START.plusSeconds(60), 1)
                        .join()
                        .points())
                .isEmpty();
        assertThat(history()
                        .series(FRONT, "nothing", START, START.plusSeconds(60), 1)
                        .join()
                        .points())
                .isEmpty();
    }

    @Test
    void boundsTheMetricsOfOneCheck() {
        for (int index = 0; index < SeriesBook.MOST_PER_CHECK + 500; index += 500) {
            Measurement[] many = new Measurement[500];
            for (int one = 0; one < 500; one++) {
                many[one] = new Measurement("metric_" + (index + one), index + one, "c");
            }
            store.journal().sample(Facts.up(FRONT, START, 10, many), State.UP);
        }
        store.journal().sample(Facts.up(FRONT, START, 10, new Measurement("x".repeat(300), 1, "")), State.UP);
        awaitWritten(12);

        assertThat(history().metrics(FRONT).join()).hasSize(SeriesBook.MOST_PER_CHECK);
    }

    @Test
    void samplesSurviveAClockThatRunsBackwardsOverASealedHour() {
        sampleEvery(Duration.ofSeconds(30), Duration.ofMinutes(10));
        sealUpTo(Duration.ofHours(2));
        for (int index = 0; index < 5; index++) {
            store.journal().sample(Facts.up(FRONT, START.plusSeconds(15 + index * 30L), 11), State.UP);
        }
        awaitWritten(45);
        Waiting.until(() -> count("journal") == 0 && count("chunk") == 3);

        assertThat(series(Duration.ofMinutes(10), 40).rawCount()).isEqualTo(25);
        assertThat(series(Duration.ofHours(10), 2).rawCount()).isEqualTo(25);
    }

    @Test
    void dropsWholeHoursFromTheFront() {
        sampleEvery(Duration.ofSeconds(30), Duration.ofMinutes(10));
        sealUpTo(Duration.ofHours(2));
        assertThat(count("chunk")).isEqualTo(2);

        clock.move(Settings.DEFAULT.keepSamples());
        store.journal().sample(Facts.up(FRONT, clock.instant(), 1), State.UP);
        sealUpTo(Settings.DEFAULT.keepSamples().plusHours(4));

        Waiting.until(() -> count("chunk") == 1);
        assertThat(count("rollup_5m")).isPositive();
    }
}
