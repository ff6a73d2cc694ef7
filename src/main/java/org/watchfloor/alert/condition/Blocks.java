package org.watchfloor.alert.condition;

/**
 * What {@value #SIZE} neighbouring places of a {@link Tape} have in common, so that figures over a long window need not
 * look at each of its points. Written once per block, with its last place.
 */
final class Blocks {
    static final int SIZE = 32;

    private final double[] sums;
    private final long[] counts;
    private final double[] lowest;
    private final double[] highest;
    private final long[] widest;

    Blocks(int places) {
        int size = places / SIZE;
        sums = new double[size];
        counts = new long[size];
        lowest = new double[size];
        highest = new double[size];
        widest = new long[size];
    }

    static boolean isLast(int place) {
        return place % SIZE == SIZE - 1;
    }

    /** Whether a block begins here and ends before or at the end. */
    static boolean isWhole(int place, int end) {
        return place % SIZE == 0 && place + SIZE <= end;
    }

    /** Takes in the block that begins at the place and is full. */
    void close(Tape tape, int begin) {
        double sum = 0;
        long count = 0;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        long wide = 0;
        for (int place = begin; place < begin + SIZE; place++) {
            double value = tape.value(place);
            sum += value * tape.weight(place);
            count += tape.weight(place);
            low = Math.min(low, value);
            high = Math.max(high, value);
            wide = place > begin ? Math.max(wide, tape.time(place) - tape.time(place - 1)) : wide;
        }
        int block = begin / SIZE;
        sums[block] = sum;
        counts[block] = count;
        lowest[block] = low;
        highest[block] = high;
        widest[block] = wide;
    }

    /** Each value as often as it counts. */
    double sum(int begin) {
        return sums[begin / SIZE];
    }

    /** The weights. */
    long count(int begin) {
        return counts[begin / SIZE];
    }

    double lowest(int begin) {
        return lowest[begin / SIZE];
    }

    double highest(int begin) {
        return highest[begin / SIZE];
    }

    /** How far two neighbours within it are apart at most, in milliseconds. */
    long widest(int begin) {
        return widest[begin / SIZE];
    }
}
