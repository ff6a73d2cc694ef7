package org.watchfloor.alert.condition;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What {@link Points} lie on: times, values and weights with room at the end. Each place is written once, so that whoever
 * adds to it changes nothing for those who hold what was there. Thread safe.
 */
final class Tape {
    private static final int[] ALL_ONE = {};
    private static final int ROOM = 8;
    /** One place of room for so many that are taken. */
    private static final int SHARE = 4;

    private final long[] times;
    private final double[] values;
    private final int[] weights;
    private final AtomicInteger taken;

    /** Full. No weights at all mean one each. */
    Tape(long[] times, double[] values, int[] weights) {
        this(times, values, weights, values.length);
    }

    private Tape(long[] times, double[] values, int[] weights, int taken) {
        this.times = times;
        this.values = values;
        this.weights = weights;
        this.taken = new AtomicInteger(taken);
    }

    /** Milliseconds since 1970. */
    long time(int place) {
        return times[place];
    }

    double value(int place) {
        return values[place];
    }

    double[] values(int from, int to) {
        return Arrays.copyOfRange(values, from, to);
    }

    boolean hasWeights() {
        return weights.length > 0;
    }

    int weight(int place) {
        return weights.length == 0 ? 1 : weights[place];
    }

    /** The first place in the range whose time is later than this. */
    int after(long time, int from, int to) {
        int low = from;
        int high = to;
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

    /** Puts a point at the place; false if there is no room, or somebody else has taken it. */
    boolean add(int place, long time, double value) {
        if (place >= values.length || !taken.compareAndSet(place, place + 1)) {
            return false;
        }
        times[place] = time;
        values[place] = value;
        if (weights.length > 0) {
            weights[place] = 1;
        }
        return true;
    }

    /** A new one with a part of this one, moved back in time, and with room. */
    Tape copy(int from, int to, long backwards) {
        int size = to - from;
        int end = from + size + size / SHARE + ROOM;
        long[] newTimes = Arrays.copyOfRange(times, from, end);
        for (int place = 0; backwards != 0 && place < size; place++) {
            newTimes[place] -= backwards;
        }
        int[] newWeights = weights.length == 0 ? ALL_ONE : Arrays.copyOfRange(weights, from, end);
        return new Tape(newTimes, Arrays.copyOfRange(values, from, end), newWeights, size);
    }
}
