package org.watchfloor.alert.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is kept of a metric, and which part of a window it covers. */
class SamplesTest {
    private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration FIVE = Duration.ofMinutes(5);

    @Test
    void addsWithoutChangingWhatWasThere() {
        Samples one = Samples.NONE.with(START, 1, HOUR);

        Samples two = one.with(START.plusSeconds(30), 2, HOUR);

        assertThat(one.size()).isEqualTo(1);
        assertThat(two.size()).isEqualTo(2);
        assertThat(Samples.NONE.isEmpty()).isTrue();
    }

    @Test
    void keepsTheSpanAndOneSampleBeforeIt() {
        Samples samples = every(30, 100, FIVE);

        assertThat(samples.size()).isEqualTo(11);
    }

    @ParameterizedTest
    @CsvSource({"NaN", "Infinity", "-Infinity"})
    void leavesOutWhatIsNoNumber(double value) {
        assertThat(Samples.NONE.with(START, value, HOUR)).isSameAs(Samples.NONE);
    }

    @ParameterizedTest(name = "{0} samples, one each {1} s, {2} s later: {3}")
    @CsvSource({
        "0, 60, 0, 0",
        "1, 60, 0, 0",
        "1, 60, 150, 0.5",
        "1, 60, 600, 1",
        "2, 60, 0, 0.2",
        "6, 60, 0, 1",
        "6, 60, 60, 1",
        "6, 60, 180, 1",
        "6, 60, 240, 0.8",
        "6, 60, 480, 0",
        "2, 600, 0, 1",
        "3, 10, 0, 0.066667",
    })
    void coversPartOfFiveMinutes(int count, int step, int later, double covered) {
        Samples samples = every(step, count, HOUR);
        Instant now = START.plusSeconds((long) step * Math.max(0, count - 1) + later);

        assertThat(samples.covered(FIVE, now)).isEqualTo(covered, within(1e-5));
    }

    @Test
    void aPauseLeavesAHole() {
        Samples samples = every(60, 61, DAY);
        for (int minute = 600; minute <= 660; minute++) {
            samples = samples.with(START.plusSeconds(minute * 60L), 1, DAY);
        }

        double covered = samples.covered(Duration.ofHours(11), START.plusSeconds(660 * 60));

        assertThat(covered).isEqualTo(123.0 / 660, within(1e-9));
    }

    @Test
    void retriesInQuickSuccessionLeaveNoHole() {
        Samples samples = Samples.NONE;
        Instant at = START;
        for (int round = 0; round < 40; round++) {
            at = at.plusSeconds(round % 3 == 0 ? 60 : 20);
            samples = samples.with(at, 1, HOUR);
        }

        assertThat(samples.covered(Duration.ofMinutes(10), at)).isEqualTo(1);
    }

    @Test
    void movesThePastBackWithTheClock() {
        Samples samples = every(30, 11, HOUR);
        Instant back = START.minusSeconds(3600);

        Samples after = samples.with(back, 1, HOUR);

        assertThat(after.size()).isEqualTo(12);
        assertThat(after.covered(FIVE, back)).isEqualTo(1);
        assertThat(after.value(Aggregate.COUNT, FIVE.toMillis(), back.toEpochMilli()))
                .isEqualTo(10);
    }

    @Test
    void livesThroughAClockThatJumpsAbout() {
        Random random = new Random(3);
        Samples samples = Samples.NONE;
        for (int round = 0; round < 5_000; round++) {
            Instant at = START.plusMillis(random.nextInt(100_000_000));
            samples = samples.with(at, random.nextDouble(), DAY);
            assertThat(samples.size()).isBetween(1, Samples.MOST);
            assertThat(samples.covered(FIVE, at)).isBetween(0.0, 1.0);
        }
    }

    @Test
    void staysBoundedWhenManyCarryTheSameTime() {
        Samples samples = Samples.NONE;
        for (int round = 0; round < 5_000; round++) {
            samples = samples.with(START, round, DAY);
        }

        assertThat(samples.size()).isLessThanOrEqualTo(Samples.MOST);
        assertThat(aggregate(samples, Aggregate.COUNT, START)).isEqualTo(5_000);
    }

    @Test
    void thinsALongSpanAndKeepsItsMeaning() {
        int count = 2_880;
        Random random = new Random(5);
        Samples samples = Samples.NONE;
        double sum = 0;
        double highest = 0;
        double lowest = 1;
        Instant at = START;
        for (int index = 0; index < count; index++) {
            at = START.plusSeconds(30L * index);
            double value = Math.exp(random.nextGaussian());
            sum += value;
            highest = Math.max(highest, value);
            lowest = Math.min(lowest, value);
            samples = samples.with(at, value, DAY);
            assertThat(samples.size()).isLessThanOrEqualTo(Samples.MOST);
        }

        assertThat(samples.covered(DAY, at)).isGreaterThan(0.98);
        assertThat(aggregate(samples, Aggregate.COUNT, at)).isEqualTo(count);
        assertThat(aggregate(samples, Aggregate.SUM, at)).isEqualTo(sum, within(1e-6));
        assertThat(aggregate(samples, Aggregate.AVG, at)).isEqualTo(sum / count, within(1e-9));
        assertThat(aggregate(samples, Aggregate.MAX, at)).isEqualTo(highest);
        assertThat(aggregate(samples, Aggregate.MIN, at)).isEqualTo(lowest);
        assertThat(aggregate(samples, Aggregate.P50, at)).isEqualTo(1, within(0.5));
    }

    @Test
    void leavesTheNewestTwoHoursAsTheyAre() {
        Samples samples = every(30, 2_880, DAY);
        Instant now = START.plusSeconds(30L * 2_879);

        assertThat(samples.value(Aggregate.COUNT, Duration.ofMinutes(115).toMillis(), now.toEpochMilli()))
                .isEqualTo(230);
    }

    @Test
    void aThinnedCounterKeepsItsRate() {
        Samples samples = Samples.NONE;
        Instant at = START;
        for (int index = 0; index < 2_880; index++) {
            at = START.plusSeconds(30L * index);
            samples = samples.with(at, index * 60, DAY);
        }

        assertThat(aggregate(samples, Aggregate.RATE, at)).isEqualTo(2, within(1e-9));
    }

    @Test
    void twoThatGoOnFromTheSameOneKnowNothingOfEachOther() {
        Samples common = every(30, 9, HOUR);
        Instant next = START.plusSeconds(30 * 9);

        Samples one = common.with(next, 1, HOUR).with(next.plusSeconds(30), 1, HOUR);
        Samples other = common.with(next, 1_000, HOUR);

        assertThat(aggregate(one, Aggregate.SUM, next)).isEqualTo(36 + 1);
        assertThat(aggregate(other, Aggregate.SUM, next)).isEqualTo(36 + 1_000);
        assertThat(common.size()).isEqualTo(9);
    }

    @Test
    void coversTheSameHoweverItIsWorkedOut() {
        Random random = new Random(8);
        Samples samples = Samples.NONE;
        List<Long> times = new ArrayList<>();
        long at = START.toEpochMilli();
        for (int round = 0; round < 4_000; round++) {
            at += random.nextInt(50) == 0 ? 200_000 : 29_000 + random.nextInt(2_000);
            times.add(at);
            samples = samples.with(Instant.ofEpochMilli(at), 1, HOUR);
            long now = at + random.nextInt(120_000);

            assertThat(samples.covered(FIVE, Instant.ofEpochMilli(now)))
                    .isEqualTo(covered(times, FIVE.toMillis(), now), within(1e-12));
        }
    }

    /** Sample by sample. */
    private static double covered(List<Long> times, long window, long now) {
        List<Long> distances = new ArrayList<>();
        for (int index = Math.max(1, times.size() - 8); index < times.size(); index++) {
            distances.add(times.get(index) - times.get(index - 1));
        }
        distances.sort(null);
        long reach = distances.isEmpty() ? Long.MAX_VALUE / 4 : 3 * distances.get(distances.size() / 2);
        long covered = 0;
        for (int index = 0; index < times.size(); index++) {
            long next = index + 1 < times.size() ? times.get(index + 1) : now;
            long until = Math.min(next, times.get(index) + reach);
            covered += Math.max(0, until - Math.max(times.get(index), now - window));
        }
        return (double) covered / window;
    }

    @Test
    void thoseOfLaterComeBehindThoseOfBefore() {
        Samples all = every(30, 20, HOUR);
        Samples before = every(30, 15, HOUR);
        Samples since = Samples.NONE;
        for (int index = 12; index < 20; index++) {
            since = since.with(START.plusSeconds(30L * index), index, HOUR);
        }
        Instant now = START.plusSeconds(30 * 20);

        Samples together = since.behind(before, HOUR);

        assertThat(together.size()).isEqualTo(20);
        assertThat(aggregate(together, Aggregate.SUM, now)).isEqualTo(aggregate(all, Aggregate.SUM, now));
        assertThat(since.behind(Samples.NONE, HOUR).size()).isEqualTo(8);
    }

    private static double aggregate(Samples samples, Aggregate aggregate, Instant now) {
        Points points = samples.points();
        return aggregate.of(points, 0, points.after(now.toEpochMilli()));
    }

    private static Samples every(int step, int count, Duration span) {
        Samples samples = Samples.NONE;
        for (int index = 0; index < count; index++) {
            samples = samples.with(START.plusSeconds((long) step * index), index, span);
        }
        return samples;
    }
}
