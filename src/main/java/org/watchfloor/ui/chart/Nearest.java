package org.watchfloor.ui.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.watchfloor.engine.History.Point;

/** Finds the point closest in time among points in order of time. */
final class Nearest {
    private Nearest() {}

    static Optional<Point> to(Instant at, List<Point> points) {
        if (points.isEmpty()) {
            return Optional.empty();
        }
        int low = 0;
        int high = points.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (points.get(middle).at().isBefore(at)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        Point after = points.get(low);
        Point before = points.get(Math.max(0, low - 1));
        return Optional.of(distance(before, at).compareTo(distance(after, at)) <= 0 ? before : after);
    }

    private static Duration distance(Point point, Instant at) {
        return Duration.between(point.at(), at).abs();
    }
}
