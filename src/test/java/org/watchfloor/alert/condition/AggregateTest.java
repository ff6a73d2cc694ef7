package org.watchfloor.alert.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Aggregates against their plain definitions. */
class AggregateTest {
    private record Sample(long at, double value) {}

    @ParameterizedTest(name = "p{0} of 1 to {1} is {2}")
    @CsvSource({
        "50, 1, 1", "50, 2, 1", "50, 3, 2", "50, 4, 2", "50, 100, 50", "50, 101, 51",
        "95, 1, 1", "95, 19, 19", "95, 20, 19", "95, 21, 20", "95, 100, 95", "95, 101, 96",
        "99, 99, 99", "99, 100, 99", "99, 101, 100", "99, 200, 198",
    })
    void aPercentileIsTheNearestRank(int percent, int count, double expected) {
        List<Double> shuffled = new ArrayList<>();
        for (int value = 1; value <= count; value++) {
            shuffled.add(value % 2 == 0 ? 0 : shuffled.size(), (double) value);
        }
        double[] values = shuffled.stream().mapToDouble(Double::doubleValue).toArray();

        assertThat(new Percentile(percent).of(Points.of(values, count), 0, count))
                .isEqualTo(expected);
    }

    @Test
    void aWeightedPercentileCountsEachSample() {
        Points points = new Points(new long[] {1, 2, 3}, new double[] {1, 5, 9}, new int[] {1, 8, 1});

        assertThat(new Percentile(50).of(points, 0, 3)).isEqualTo(5);
        assertThat(new Percentile(95).of(points, 0, 3)).isEqualTo(9);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "0 60 120 180 | 1",
                "100 160 20 80 | 0.777778",
                "100 50 20 0 | 0.388889",
                "5 5 5 5 | 0",
                "5 | NaN",
            })
    void aRateHandlesResets(String counter, double perSecond) {
        String[] words = counter.split(" ");
        long[] times = new long[words.length];
        double[] values = new double[words.length];
        for (int index = 0; index < words.length; index++) {
            times[index] = index * 60_000L;
            values[index] = Double.parseDouble(words[index]);
        }

        assertThat(Counter.rate(new Points(times, values, new int[0]), 0, words.length))
                .isEqualTo(perSecond, within(1e-6));
    }

    @ParameterizedTest
    @EnumSource(Aggregate.class)
    void comesToTheSameAsItsDefinition(Aggregate aggregate) {
        Random random = new Random(11);
        for (int round = 0; round < 2_000; round++) {
            List<Sample> history = history(random);
            Duration span = Duration.ofMinutes(1 + random.nextInt(60));
            long now = history.getLast().at + random.nextInt(20_000);
            Samples samples = Samples.NONE;
            for (Sample sample : history) {
                samples = samples.with(Instant.ofEpochMilli(sample.at), sample.value, Duration.ofHours(1));
            }
            double[] window = history.stream()
                    .filter(sample -> sample.at > now - span.toMillis() && sample.at <= now)
                    .mapToDouble(Sample::value)
                    .toArray();

            boolean isEnough = samples.covered(span, Instant.ofEpochMilli(now)) >= 0.5;
            double expected = isEnough ? naive(aggregate, window, history, now - span.toMillis(), now) : Double.NaN;
            double actual = samples.value(aggregate, span.toMillis(), now);
            double limit = random.nextBoolean() && !Double.isNaN(actual) ? actual : random.nextInt(12);

            assertThat(actual).isEqualTo(expected, within(1e-9));
            for (Operator operator : Operator.values()) {
                Bound bound = new Bound(operator, limit, Unit.NUMBER);
                assertThat(samples.test(aggregate, span.toMillis(), now, bound)).isEqualTo(bound.test(actual));
            }
        }
    }

    private static List<Sample> history(Random random) {
        List<Sample> history = new ArrayList<>();
        long at = 1_767_600_000_000L;
        int count = 1 + random.nextInt(120);
        for (int index = 0; index < count; index++) {
            history.add(new Sample(at, random.nextInt(10)));
            at += 20_000 + random.nextInt(20_000);
        }
        return history;
    }

    private static double naive(Aggregate aggregate, double[] window, List<Sample> history, long begin, long end) {
        double[] sorted = Arrays.stream(window).sorted().toArray();
        int count = sorted.length;
        if (count == 0 && aggregate != Aggregate.COUNT) {
            return Double.NaN;
        }
        return switch (aggregate) {
            case AVG -> Arrays.stream(window).average().orElseThrow();
            case MIN -> sorted[0];
            case MAX -> sorted[count - 1];
            case SUM -> Arrays.stream(window).sum();
            case P50 -> sorted[(int) Math.ceil(count * 50 / 100.0) - 1];
            case P95 -> sorted[(int) Math.ceil(count * 95 / 100.0) - 1];
            case P99 -> sorted[(int) Math.ceil(count * 99 / 100.0) - 1];
            case COUNT -> count;
            case RATE ->
                naiveRate(history.stream()
                        .filter(sample -> sample.at > begin && sample.at <= end)
                        .toList());
        };
    }

    private static double naiveRate(List<Sample> window) {
        if (window.size() < 2) {
            return Double.NaN;
        }
        double resets = 0;
        for (int index = 1; index < window.size(); index++) {
            double before = window.get(index - 1).value;
            resets += window.get(index).value < before ? before : 0;
        }
        double increase = window.getLast().value - window.getFirst().value + resets;
        return increase / ((window.getLast().at - window.getFirst().at) / 1000.0);
    }
}
