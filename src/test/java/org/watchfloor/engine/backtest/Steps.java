package org.watchfloor.engine.backtest;

import java.util.Arrays;
import org.watchfloor.engine.Figures.Step;

/** Figures of known values, as the store works them out; the check was up all the time. */
final class Steps {
    private Steps() {}

    static Step of(long begin, double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double mean = exactMean(sorted);
        return new Step(
                begin,
                sorted.length,
                sorted[0],
                sorted[sorted.length - 1],
                Math.abs(mean) >= 1 && Math.abs(mean) < 1e12 ? Math.round(mean * 1_000) / 1_000.0 : mean,
                rank(sorted, 0.50),
                rank(sorted, 0.95),
                rank(sorted, 0.99),
                300_000,
                0,
                0);
    }

    static double exactMean(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        return mean;
    }

    private static double rank(double[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
