package org.watchfloor.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.watchfloor.store.pack.Aggregate;
import org.watchfloor.store.pack.Column;

/** The roll-ups of one series and one hour: twelve steps of five minutes, and the whole. Steps without anything are absent. */
final class HourSummary {
    static final long STEP = 300_000L;
    private static final int STEPS = 12;

    private final long start;
    private final double[][] values = new double[STEPS][0];
    private final int[][] presence = new int[STEPS][3];
    private Optional<Presence.Last> last = Optional.empty();

    /** Of the latency: with the times in each state, and without the latencies of looks that got no answer. */
    static HourSummary ofLatency(
            long hour, Column column, Presence presence, Optional<Presence.Last> before, Optional<Long> next) {
        HourSummary summary = new HourSummary(hour, column, true);
        long end = summary.start + OpenHours.HOUR;
        summary.last = presence.measure(before, column, next, end, summary::present);
        return summary;
    }

    static HourSummary ofMetric(long hour, Column column) {
        return new HourSummary(hour, column, false);
    }

    private HourSummary(long hour, Column column, boolean answeredOnly) {
        start = hour * OpenHours.HOUR;
        int[] sizes = new int[STEPS];
        for (int index = 0; index < column.size(); index++) {
            double value = column.value(index);
            if (Double.isFinite(value) && (!answeredOnly || Mark.isAnswered(column.mark(index)))) {
                int step = (int) Math.floorDiv(column.millis(index) - start, STEP);
                values[step] = with(values[step], sizes[step]++, value);
            }
        }
        for (int step = 0; step < STEPS; step++) {
            values[step] = Arrays.copyOf(values[step], sizes[step]);
        }
    }

    Optional<Presence.Last> last() {
        return last;
    }

    List<Aggregate> fiveMinutes() {
        List<Aggregate> steps = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            aggregate(start + step * STEP, values[step], presence[step]).ifPresent(steps::add);
        }
        return steps;
    }

    List<Aggregate> oneHour() {
        double[] all = Arrays.stream(values).flatMapToDouble(Arrays::stream).toArray();
        int[] times = new int[3];
        for (int[] step : presence) {
            for (int state = 0; state < 3; state++) {
                times[state] += step[state];
            }
        }
        return aggregate(start, all, times).stream().toList();
    }

    private void present(long from, long to, int hard) {
        for (int step = 0; step < STEPS; step++) {
            long stepStart = start + step * STEP;
            long inStep = Math.min(to, stepStart + STEP) - Math.max(from, stepStart);
            presence[step][hard] += (int) Math.max(0, inStep);
        }
    }

    private static double[] with(double[] array, int size, double value) {
        double[] roomy = size < array.length ? array : Arrays.copyOf(array, Math.max(8, size * 2));
        roomy[size] = value;
        return roomy;
    }

    private static Optional<Aggregate> aggregate(long start, double[] values, int[] times) {
        int count = values.length;
        if (count == 0) {
            return times[0] + times[1] + times[2] == 0
                    ? Optional.empty()
                    : Optional.of(new Aggregate(start, 0, 0, 0, 0, 0, 0, 0, times[0], times[1], times[2]));
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return Optional.of(new Aggregate(
                start,
                count,
                sorted[0],
                sorted[count - 1],
                mean(sorted),
                rank(sorted, 0.50),
                rank(sorted, 0.95),
                rank(sorted, 0.99),
                times[0],
                times[1],
                times[2]));
    }

    /** Without overflow, and to three decimals where that loses nothing that anybody sees. */
    private static double mean(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        boolean roundable = Math.abs(mean) >= 1 && Math.abs(mean) < 1e12;
        return roundable ? Math.round(mean * 1_000) / 1_000.0 : mean;
    }

    private static double rank(double[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
