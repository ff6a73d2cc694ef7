package org.watchfloor.engine.backtest;

import org.watchfloor.engine.Figures.Step;

/**
 * Values that have the figures of a step: the same lowest and highest one and percentiles, in between as even as the same
 * mean allows. Pure.
 */
final class StepValues {
    private final double[] values;
    private final double[] low;
    private final double[] high;

    private StepValues(int count) {
        values = new double[count];
        low = new double[count];
        high = new double[count];
    }

    /** @param count how many are wanted; with as many as the step had, all figures are met */
    static double[] rising(Step step, int count) {
        if (count == 0) {
            return new double[0];
        }
        if (count == 1) {
            return new double[] {step.count() == 1 ? step.max() : step.mean()};
        }
        StepValues found = new StepValues(count);
        found.interpolate(step);
        found.meet(step.mean());
        return found.values;
    }

    private void interpolate(Step step) {
        int last = values.length - 1;
        int place = pin(0, 0, step.min());
        place = pinWithin(place, 0.50, step.p50(), step.max());
        place = pinWithin(place, 0.95, step.p95(), step.max());
        place = pinWithin(place, 0.99, step.p99(), step.max());
        pin(place, last, step.max());
    }

    /** The nearest rank of a percentile, if it is none that is known already. */
    private int pinWithin(int from, double share, double value, double most) {
        int place = (int) Math.ceil(share * values.length) - 1;
        boolean isNew = place > from && place < values.length - 1;
        return isNew ? pin(from, place, Math.min(most, Math.max(values[from], value))) : from;
    }

    /** What lies between two known places rises evenly. */
    private int pin(int from, int place, double value) {
        for (int index = from + 1; index < place; index++) {
            double share = (index - from) / (double) (place - from);
            low[index] = values[from];
            high[index] = value;
            values[index] = mixed(values[from], value, share);
        }
        values[place] = value;
        low[place] = value;
        high[place] = value;
        return place;
    }

    /** Moves all that is not known towards the known below it, or above it, by one share. */
    private void meet(double wanted) {
        double mean = mean(values);
        double[] limits = mean > wanted ? low : high;
        double most = mean(limits);
        double share = most == mean ? 0 : Math.clamp((wanted - mean) / (most - mean), 0.0, 1.0);
        for (int index = 0; index < values.length; index++) {
            values[index] = mixed(values[index], limits[index], share);
        }
    }

    /** Without overflow. */
    private static double mean(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        return mean;
    }

    /** Never beyond either of both, as rounding would have it. */
    private static double mixed(double one, double other, double share) {
        return Math.clamp(one * (1 - share) + other * share, Math.min(one, other), Math.max(one, other));
    }
}
