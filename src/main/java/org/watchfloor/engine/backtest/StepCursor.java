package org.watchfloor.engine.backtest;

import java.util.List;
import java.util.Optional;
import org.watchfloor.engine.Figures;
import org.watchfloor.engine.Figures.Step;

/**
 * The steps of one metric from front to back, and values in the order in which they may have come: rising or falling as
 * the steps around do, and where those tell nothing, highest in the middle. So a time of high values stays one, and a
 * counter rises. Confined to one thread.
 */
final class StepCursor {
    private static final long STEP = Figures.STEP.toMillis();
    /** From that part of its range on, a step leans the way the steps around it do. */
    private static final double SLOPE = 0.5;
    /** No check is looked at more often than that in five minutes; a damaged count must not take all memory. */
    private static final int MOST = 30_000;

    private final List<Step> steps;
    private int place;

    StepCursor(List<Step> steps) {
        this.steps = steps;
    }

    /** The step that begins then; times are asked for in their order. */
    Optional<Step> at(long begin) {
        while (place < steps.size() && steps.get(place).begin() < begin) {
            place++;
        }
        return place < steps.size() && steps.get(place).begin() == begin
                ? Optional.of(steps.get(place))
                : Optional.empty();
    }

    /** How many values the step has. */
    static int count(Step step) {
        return Math.clamp(step.count(), 0, MOST);
    }

    /** Values of the step that was asked for last. */
    double[] values(int count) {
        Step step = steps.get(place);
        double[] rising = StepValues.rising(step, count);
        double slope = mean(place + 1, STEP) - mean(place - 1, -STEP);
        double steep = (step.max() - step.min()) * SLOPE;
        if (slope > steep) {
            return rising;
        }
        return slope < -steep ? reversed(rising) : humped(rising);
    }

    /** Of the step beside, its own where there is none. */
    private double mean(int beside, long distance) {
        Step own = steps.get(place);
        boolean isThere = beside >= 0
                && beside < steps.size()
                && steps.get(beside).begin() == own.begin() + distance
                && steps.get(beside).count() > 0;
        return isThere ? steps.get(beside).mean() : own.mean();
    }

    private static double[] reversed(double[] rising) {
        double[] falling = new double[rising.length];
        for (int index = 0; index < rising.length; index++) {
            falling[index] = rising[rising.length - 1 - index];
        }
        return falling;
    }

    private static double[] humped(double[] rising) {
        double[] humped = new double[rising.length];
        int left = 0;
        int right = rising.length - 1;
        for (int index = 0; index < rising.length; index++) {
            humped[index % 2 == 0 ? left++ : right--] = rising[index];
        }
        return humped;
    }
}
