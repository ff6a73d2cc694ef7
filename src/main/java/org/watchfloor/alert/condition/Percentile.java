package org.watchfloor.alert.condition;

import java.util.Arrays;
import java.util.Comparator;

/** The nearest rank: of n values in order, the one at place ⌈percent / 100 · n⌉, counted from 1. */
record Percentile(int percent) {
    /** NaN if there are no points. */
    double of(Points points, int from, int to) {
        return points.haveWeights() ? ofWeighted(points, from, to) : ofPlain(points.values(from, to));
    }

    private double ofPlain(double[] values) {
        Arrays.sort(values);
        return values.length == 0 ? Double.NaN : values[(int) place(values.length) - 1];
    }

    private double ofWeighted(Points points, int from, int to) {
        Integer[] order = new Integer[to - from];
        Arrays.setAll(order, index -> from + index);
        Arrays.sort(order, Comparator.comparingDouble(points::value));
        long place = place(points.count(from, to));
        for (int index : order) {
            place -= points.weight(index);
            if (place <= 0) {
                return points.value(index);
            }
        }
        return Double.NaN;
    }

    /** Counts on which side of the limit the values lie; that needs no order and no memory. */
    Truth test(Points points, int from, int to, Bound bound) {
        if (from == to) {
            return Truth.MISSING;
        }
        long place = place(points.count(from, to));
        long below = points.below(bound.limit(), from, to);
        long upTo = below >= place ? below : points.below(Math.nextUp(bound.limit()), from, to);
        int order = below >= place ? -1 : upTo >= place ? 0 : 1;
        return Truth.of(bound.operator().holds(order));
    }

    private long place(long count) {
        return (percent * count + 99) / 100;
    }
}
