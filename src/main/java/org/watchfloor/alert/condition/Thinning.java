package org.watchfloor.alert.condition;

import java.util.Arrays;

/**
 * Makes few points of many: of each bucket the lowest, the highest and the mean of the others remain.
 *
 * @param bucket its width in milliseconds; buckets begin at multiples of it, so that they stay the same ones
 */
record Thinning(long bucket) {
    static final int BUCKETS = 120;

    /** So many of the newest points stay as they are. */
    static final int UNTOUCHED = 240;

    Points of(Points points) {
        Kept kept = new Kept(points.size());
        int end = Math.max(0, points.size() - UNTOUCHED);
        int begin = 0;
        while (begin < end) {
            int next = begin + 1;
            while (next < end && number(points, next) == number(points, begin)) {
                next++;
            }
            kept.add(points, begin, next);
            begin = next;
        }
        for (int index = end; index < points.size(); index++) {
            kept.add(points.time(index), points.value(index), points.weight(index));
        }
        return kept.points();
    }

    private long number(Points points, int index) {
        return Math.floorDiv(points.time(index), bucket);
    }

    /** Confined to one thinning. */
    private static final class Kept {
        private final long[] times;
        private final double[] values;
        private final int[] weights;
        private int size;

        Kept(int most) {
            times = new long[most];
            values = new double[most];
            weights = new int[most];
        }

        void add(Points points, int begin, int end) {
            if (end - begin > 3) {
                addBucket(points, begin, end);
                return;
            }
            for (int index = begin; index < end; index++) {
                add(points.time(index), points.value(index), points.weight(index));
            }
        }

        private void addBucket(Points points, int begin, int end) {
            int lowest = begin;
            int highest = begin + 1;
            for (int index = begin; index < end; index++) {
                lowest = points.value(index) < points.value(lowest) ? index : lowest;
                highest = points.value(index) >= points.value(highest) ? index : highest;
            }
            if (lowest == highest) {
                lowest = highest == begin ? begin + 1 : begin;
            }
            long base = points.time(begin);
            double sum = 0;
            double time = 0;
            int weight = 0;
            for (int index = begin; index < end; index++) {
                int rest = points.weight(index) - (index == lowest || index == highest ? 1 : 0);
                sum += rest * points.value(index);
                time += (double) rest * (points.time(index) - base);
                weight += rest;
            }
            double mean = Math.clamp(sum / weight, points.value(lowest), points.value(highest)); // against rounding
            int early = Math.min(lowest, highest);
            addInOrder(points, early, lowest + highest - early, new Mean(base + (long) (time / weight), mean, weight));
        }

        private void addInOrder(Points points, int early, int late, Mean mean) {
            boolean isFirst = mean.time < points.time(early);
            boolean isLast = !isFirst && mean.time > points.time(late);
            if (isFirst) {
                add(mean);
            }
            add(points.time(early), points.value(early), 1);
            if (!isFirst && !isLast) {
                add(mean);
            }
            add(points.time(late), points.value(late), 1);
            if (isLast) {
                add(mean);
            }
        }

        private void add(Mean mean) {
            add(mean.time, mean.value, mean.weight);
        }

        void add(long time, double value, int weight) {
            times[size] = time;
            values[size] = value;
            weights[size] = weight;
            size++;
        }

        Points points() {
            return new Points(Arrays.copyOf(times, size), Arrays.copyOf(values, size), Arrays.copyOf(weights, size));
        }
    }

    private record Mean(long time, double value, int weight) {}
}
