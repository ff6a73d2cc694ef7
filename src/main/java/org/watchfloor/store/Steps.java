package org.watchfloor.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.watchfloor.engine.History.Point;
import org.watchfloor.store.pack.Aggregate;

/** Gathers values into equal steps of time: smallest, mean, largest, count. Not thread safe. */
final class Steps {
    private final long from;
    private final long to;
    private final double step;
    private final double[] min;
    private final double[] max;
    private final double[] sum;
    private final long[] count;

    Steps(long from, long to, int points) {
        this.from = from;
        this.to = to;
        step = (to - from) / (double) points;
        min = new double[points];
        max = new double[points];
        sum = new double[points];
        count = new long[points];
    }

    long from() {
        return from;
    }

    long to() {
        return to;
    }

    void add(long millis, double value) {
        add(millis, 1, value, value, value);
    }

    void add(Aggregate aggregate) {
        if (aggregate.count() > 0) {
            add(aggregate.start(), aggregate.count(), aggregate.min(), aggregate.mean(), aggregate.max());
        }
    }

    long total() {
        long total = 0;
        for (long one : count) {
            total += one;
        }
        return total;
    }

    List<Point> points() {
        List<Point> points = new ArrayList<>();
        for (int index = 0; index < count.length; index++) {
            if (count[index] > 0) {
                Instant at = Instant.ofEpochMilli(from + (long) (index * step));
                int bounded = (int) Math.min(Integer.MAX_VALUE, count[index]);
                points.add(new Point(at, min[index], sum[index] / count[index], max[index], bounded));
            }
        }
        return points;
    }

    private void add(long millis, int more, double least, double mean, double most) {
        if (millis < from || millis >= to) {
            return;
        }
        int index = (int) Math.min(count.length - 1, (millis - from) / step);
        min[index] = count[index] == 0 ? least : Math.min(min[index], least);
        max[index] = count[index] == 0 ? most : Math.max(max[index], most);
        sum[index] += mean * more;
        count[index] += more;
    }
}
