package org.watchfloor.alert.condition;

import java.util.Arrays;

/**
 * Values in the order of their times. A weight of more than one marks the mean of so many samples; no weights at all
 * mean one each. Immutable: nobody writes to the arrays.
 */
final class Points {
    static final Points NONE = new Points(new long[0], new double[0], new int[0]);

    private static final int[] ALL_ONE = {};

    private final long[] times;
    private final double[] values;
    private final int[] weights;

    Points(long[] times, double[] values, int[] weights) {
        this.times = times;
        this.values = values;
        this.weights = weights;
    }

    /** Values without times. */
    static Points of(double[] values, int count) {
        return new Points(new long[0], Arrays.copyOf(values, count), ALL_ONE);
    }

    int size() {
        return values.length;
    }

    /** Milliseconds since 1970. */
    long time(int index) {
        return times[index];
    }

    double value(int index) {
        return values[index];
    }

    int weight(int index) {
        return weights.length == 0 ? 1 : weights[index];
    }

    /** The first point later than this. */
    int after(long time) {
        int low = 0;
        int high = times.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] > time) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** All from the index on, moved back in time, and one more. */
    Points tailWith(int from, long backwards, long time, double value) {
        int kept = times.length - from;
        long[] newTimes = Arrays.copyOfRange(times, from, times.length + 1);
        double[] newValues = Arrays.copyOfRange(values, from, values.length + 1);
        int[] newWeights = weights.length == 0 ? ALL_ONE : Arrays.copyOfRange(weights, from, weights.length + 1);
        for (int index = 0; backwards != 0 && index < kept; index++) {
            newTimes[index] -= backwards;
        }
        newTimes[kept] = time;
        newValues[kept] = value;
        if (newWeights.length > 0) {
            newWeights[kept] = 1;
        }
        return new Points(newTimes, newValues, newWeights);
    }
}
