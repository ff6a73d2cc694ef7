package org.watchfloor.alert.condition;

import java.util.Arrays;

/**
 * Values in the order of their times. A weight of more than one marks the mean of so many samples. Immutable: a piece of
 * a {@link Tape}, which may go on behind it.
 */
final class Points {
    static final Points NONE = new Points(new long[0], new double[0], new int[0]);

    private final Tape tape;
    private final int begin;
    private final int end;
    /** Bounds of how far two neighbours are apart in time, which may be wider than the truth. */
    private final long nearest;

    private final long widest;

    /** Nobody writes to the arrays any more; no weights at all mean one each. */
    Points(long[] times, double[] values, int[] weights) {
        this(new Tape(times, values, weights), 0, values.length);
    }

    private Points(Tape tape, int begin, int end) {
        long shortest = Long.MAX_VALUE;
        long longest = 0;
        for (int place = begin + 1; place < end; place++) {
            shortest = Math.min(shortest, distance(tape, place));
            longest = Math.max(longest, distance(tape, place));
        }
        this.tape = tape;
        this.begin = begin;
        this.end = end;
        this.nearest = shortest;
        this.widest = longest;
    }

    private Points(Points before, int begin, long distance) {
        this.tape = before.tape;
        this.begin = begin;
        this.end = before.end + 1;
        this.nearest = Math.min(before.nearest, distance);
        this.widest = Math.max(before.widest, distance);
    }

    /** Values without times. */
    static Points of(double[] values, int count) {
        return new Points(new long[count], Arrays.copyOf(values, count), new int[0]);
    }

    int size() {
        return end - begin;
    }

    /** Milliseconds since 1970. */
    long time(int index) {
        return tape.time(begin + index);
    }

    double value(int index) {
        return tape.value(begin + index);
    }

    /** A copy of some. */
    double[] values(int from, int to) {
        return tape.values(begin + from, begin + to);
    }

    boolean haveWeights() {
        return tape.hasWeights();
    }

    int weight(int index) {
        return tape.weight(begin + index);
    }

    /** Of the values from one index to before the other, each as often as it counts. */
    double sum(int from, int to) {
        return tape.sum(begin + from, begin + to);
    }

    /** NaN if there are none. */
    double mean(int from, int to) {
        return tape.mean(begin + from, begin + to);
    }

    /** How often they count together. */
    long count(int from, int to) {
        return tape.count(begin + from, begin + to);
    }

    /** Infinite if there are none. */
    double lowest(int from, int to) {
        return tape.lowest(begin + from, begin + to);
    }

    /** Minus infinite if there are none. */
    double highest(int from, int to) {
        return tape.highest(begin + from, begin + to);
    }

    /** How often those below the limit count together. */
    long below(double limit, int from, int to) {
        return tape.below(limit, begin + from, begin + to);
    }

    /** The last of points that are known together, of which this is the first; the index itself if there are none. */
    int lastTogether(int index, int to) {
        return Tape.blockEnd(begin + index, begin + to) - begin;
    }

    /** How far two neighbours among the points that are known together are apart at most, in milliseconds. */
    long widestTogether(int first) {
        return tape.widest(begin + first);
    }

    /** The first point later than this. */
    int after(long time) {
        return tape.after(time, begin, end) - begin;
    }

    /** No two neighbours are nearer to each other in time; not more than it really is. */
    long nearest() {
        return nearest;
    }

    /** No two neighbours are further apart in time; not less than it really is. */
    long widest() {
        return widest;
    }

    /** All from the index on, moved back in time, and one more. */
    Points tailWith(int from, long backwards, long time, double value) {
        if (size() > 0 && backwards == 0 && tape.add(end, time, value)) {
            return new Points(this, begin + from, distance(tape, end));
        }
        Tape next = tape.copy(begin + from, end, backwards);
        int size = size() - from;
        next.add(size, time, value);
        return new Points(next, 0, size + 1);
    }

    private static long distance(Tape tape, int place) {
        return tape.time(place) - tape.time(place - 1);
    }
}
