package org.watchfloor.engine.backtest;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import org.watchfloor.alert.condition.Limit;

/**
 * What a figure is while nothing is wrong. Immutable.
 *
 * <p>A limit beyond it lies beyond all but one in a thousand of the values (the nearest rank) and beyond the outer fence,
 * three interquartile ranges beyond the quartile (J. W. Tukey, Exploratory Data Analysis, 1977, section 2D), and is
 * rounded away from the values to two digits.
 */
public final class NormalRange {
    /** With fewer values nothing is suggested. */
    public static final int FEWEST = 500;

    private static final double OUTER = 3;
    private static final MathContext TWO_UP = new MathContext(2, RoundingMode.CEILING);
    private static final MathContext TWO_DOWN = new MathContext(2, RoundingMode.FLOOR);

    private final double[] sorted;

    /** @param values in any order, all of them finite */
    public NormalRange(double[] values) {
        sorted = values.clone();
        Arrays.sort(sorted);
    }

    public int size() {
        return sorted.length;
    }

    public boolean isKnown() {
        return sorted.length >= FEWEST;
    }

    /** What all values but one in a thousand keep to, on the side of the limit. */
    public double nearlyAll(Limit<?> limit) {
        return rank(limit.wantsLess() ? 0.001 : 0.999);
    }

    /** The nearest limit that lies beyond what is normal. */
    public double edge(Limit<?> limit) {
        double low = rank(0.25);
        double high = rank(0.75);
        return limit.wantsLess()
                ? rounded(Math.min(nearlyAll(limit), low - OUTER * (high - low)), TWO_DOWN)
                : rounded(Math.max(nearlyAll(limit), high + OUTER * (high - low)), TWO_UP);
    }

    /** Whether the figure can get beyond that limit at all. */
    public boolean leavesRoom(Limit<?> limit) {
        return limit.wantsLess() ? edge(limit) > 0 || sorted[0] < 0 : edge(limit) < limit.most();
    }

    /** Whether the present limit lies on the near side of the edge, so that the rule could be laxer. */
    public boolean isBeyond(Limit<?> limit) {
        return limit.wantsLess() ? edge(limit) < limit.value() : edge(limit) > limit.value();
    }

    /** Which share of the values lies beyond the present limit, 0 to 1. */
    public double beyond(Limit<?> limit) {
        long beyond = Arrays.stream(sorted)
                .filter(value -> limit.wantsLess() ? value < limit.value() : value > limit.value())
                .count();
        return sorted.length == 0 ? 0 : (double) beyond / sorted.length;
    }

    private static double rounded(double value, MathContext digits) {
        return new BigDecimal(value).round(digits).doubleValue();
    }

    private double rank(double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
