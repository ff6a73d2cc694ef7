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
    private final Blocks blocks;

    /** Full. No weights at all mean one each. */
    Tape(long[] times, double[] values, int[] weights) {
        this(times, values, weights, values.length);
    }

    private Tape(long[] times, double[] values, int[] weights, int taken) {
        this.times = times;
        this.values = values;
        this.weights = weights;
        this.taken = new AtomicInteger(taken);
        this.blocks = new Blocks(values.length);
        for (int end = Blocks.SIZE; end <= taken; end += Blocks.SIZE) {
            blocks.close(this, end - Blocks.SIZE);
        }
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

    /** Of the values in the range, each as often as it counts. */
    double sum(int from, int to) {
        double sum = 0;
        for (int place = from; place < to; place += step(place, to)) {
            sum += Blocks.isWhole(place, to) ? blocks.sum(place) : values[place] * weight(place);
        }
        return sum;
    }

    /** NaN if the range is empty. */
    double mean(int from, int to) {
        double sum = 0;
        long count = 0;
        for (int place = from; place < to; place += step(place, to)) {
            boolean isWhole = Blocks.isWhole(place, to);
            int weight = weight(place);
            sum += isWhole ? blocks.sum(place) : values[place] * weight;
            count += isWhole ? blocks.count(place) : weight;
        }
        return sum / count;
    }

    /** How often the values in the range count together. */
    long count(int from, int to) {
        if (!hasWeights()) {
            return (long) to - from;
        }
        long count = 0;
        for (int place = from; place < to; place += step(place, to)) {
            count += Blocks.isWhole(place, to) ? blocks.count(place) : weights[place];
        }
        return count;
    }

    /** Infinite if the range is empty. */
    double lowest(int from, int to) {
        double lowest = Double.POSITIVE_INFINITY;
        for (int place = from; place < to; place += step(place, to)) {
            lowest = Math.min(lowest, Blocks.isWhole(place, to) ? blocks.lowest(place) : values[place]);
        }
        return lowest;
    }

    /** Minus infinite if the range is empty. */
    double highest(int from, int to) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int place = from; place < to; place += step(place, to)) {
            highest = Math.max(highest, Blocks.isWhole(place, to) ? blocks.highest(place) : values[place]);
        }
        return highest;
    }

    /** How often values in the range that lie below the limit count together. */
    long below(double limit, int from, int to) {
        long below = 0;
        int place = from;
        while (place < to) {
            boolean isWhole = Blocks.isWhole(place, to);
            if (isWhole && blocks.highest(place) < limit) {
                below += blocks.count(place);
                place += Blocks.SIZE;
            } else if (isWhole && blocks.lowest(place) >= limit) {
                place += Blocks.SIZE;
            } else {
                below += values[place] < limit ? weight(place) : 0;
                place++;
            }
        }
        return below;
    }

    /** The last place of the whole block that begins here; this place itself if none does. */
    static int blockEnd(int place, int to) {
        return Blocks.isWhole(place, to) ? place + Blocks.SIZE - 1 : place;
    }

    /** How far two neighbours within the block that begins here are apart at most, in milliseconds. */
    long widest(int place) {
        return blocks.widest(place);
    }

    private static int step(int place, int to) {
        return Blocks.isWhole(place, to) ? Blocks.SIZE : 1;
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
        if (Blocks.isLast(place)) {
            blocks.close(this, place + 1 - Blocks.SIZE);
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
