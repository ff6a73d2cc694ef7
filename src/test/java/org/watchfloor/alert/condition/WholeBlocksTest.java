package org.watchfloor.alert.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Figures that take whole blocks of points at once, held against going from point to point. */
class WholeBlocksTest {
    private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final int STEP = 30_000;

    @RepeatedTest(40)
    void agreeWithGoingFromPointToPoint(RepetitionInfo info) {
        Random random = new Random(info.getCurrentRepetition());
        Points points =
                day(random, 1 + random.nextInt(3_000), random.nextInt(40)).points();

        for (int time = 0; time < 200; time++) {
            int from = random.nextInt(points.size());
            int to = from + 1 + random.nextInt(points.size() - from);
            double limit = random.nextBoolean() ? points.value(from) : random.nextDouble(1_000);
            double sum = 0;
            long count = 0;
            long below = 0;
            double lowest = Double.MAX_VALUE;
            double highest = 0;
            for (int index = from; index < to; index++) {
                sum += points.value(index) * points.weight(index);
                count += points.weight(index);
                below += points.value(index) < limit ? points.weight(index) : 0;
                lowest = Math.min(lowest, points.value(index));
                highest = Math.max(highest, points.value(index));
            }

            assertThat(points.sum(from, to)).isCloseTo(sum, within(1e-6));
            assertThat(points.count(from, to)).isEqualTo(count);
            assertThat(points.below(limit, from, to)).isEqualTo(below);
            assertThat(points.lowest(from, to)).isEqualTo(lowest);
            assertThat(points.highest(from, to)).isEqualTo(highest);
        }
    }

    @RepeatedTest(40)
    void whereBlocksBeginMakesNoDifference(RepetitionInfo info) {
        int seed = info.getCurrentRepetition();
        int looks = 30 + new Random(seed).nextInt(690);
        Samples one = day(new Random(seed), looks, 1);
        Samples other = day(new Random(seed), looks, 1 + seed);
        Instant now = START.plusMillis((long) STEP * (looks + seed));

        for (Duration window : new Duration[] {Duration.ofMinutes(5), Duration.ofHours(3), DAY}) {
            assertThat(one.covered(window, now)).isEqualTo(other.covered(window, now));
            for (Aggregate aggregate : Aggregate.values()) {
                assertThat(one.value(aggregate, window.toMillis(), now.toEpochMilli()))
                        .isCloseTo(other.value(aggregate, window.toMillis(), now.toEpochMilli()), within(1e-9));
            }
        }
    }

    /** Behind so many that are older than a day: looks with holes among them, and now and then the same value again. */
    private static Samples day(Random random, int looks, int older) {
        Samples samples = Samples.NONE;
        for (int before = older; before > 0; before--) {
            samples = samples.with(START.minus(DAY).minusMillis((long) before * STEP), 5, DAY);
        }
        for (int look = 0; look < looks; look++) {
            if (random.nextInt(50) > 0 && look % 200 < 150) {
                double value = random.nextInt(10) == 0 ? 100 : random.nextDouble(1_000);
                samples = samples.with(START.plusMillis((long) look * STEP), value, DAY);
            }
        }
        return samples;
    }
}
