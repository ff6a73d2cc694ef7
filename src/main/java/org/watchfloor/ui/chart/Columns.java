package org.watchfloor.ui.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.watchfloor.engine.History.Point;

/**
 * A series boiled down to one lowest, mean and highest value for each pixel column that has data, so that a chart never
 * draws more than it has pixels. A column that is not joined to the one before begins a new stroke.
 */
final class Columns {
    private final float[] x;
    private final double[] min;
    private final double[] mean;
    private final double[] max;
    private final int[] count;
    private final boolean[] joined;
    private int size;

    private Columns(int capacity) {
        x = new float[capacity];
        min = new double[capacity];
        mean = new double[capacity];
        max = new double[capacity];
        count = new int[capacity];
        joined = new boolean[capacity];
    }

    /** @param reach points further apart than this are not joined */
    static Columns of(List<Point> points, TimeScale scale, Duration reach) {
        Columns columns = new Columns(points.size());
        Instant before = Instant.MIN;
        for (Point point : points) {
            boolean near = !before.equals(Instant.MIN) && !before.plus(reach).isBefore(point.at());
            columns.add((float) Math.floor(scale.x(point.at())), point, near);
            before = point.at();
        }
        return columns;
    }

    private void add(float column, Point point, boolean near) {
        if (size > 0 && x[size - 1] == column) {
            merge(size - 1, point);
            return;
        }
        x[size] = column;
        min[size] = point.min();
        max[size] = point.max();
        mean[size] = point.mean();
        count[size] = Math.max(1, point.count());
        joined[size++] = near;
    }

    private void merge(int into, Point point) {
        int more = Math.max(1, point.count());
        min[into] = Math.min(min[into], point.min());
        max[into] = Math.max(max[into], point.max());
        mean[into] = (mean[into] * count[into] + point.mean() * more) / (count[into] + more);
        count[into] += more;
    }

    int size() {
        return size;
    }

    float x(int index) {
        return x[index];
    }

    double min(int index) {
        return min[index];
    }

    double mean(int index) {
        return mean[index];
    }

    double max(int index) {
        return max[index];
    }

    boolean isJoined(int index) {
        return joined[index];
    }
}
