package org.watchfloor.ui.chart;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.watchfloor.engine.History.Point;

/** What the pointer of a chart says about the place where it is. */
final class Readout {
    private Readout() {}

    static List<String> of(ChartContent content, Instant pointer, Optional<Point> near) {
        if (near.isPresent()) {
            return lines(content, near.get());
        }
        boolean blind = content.holes().stream()
                .anyMatch(hole -> !pointer.isBefore(hole.from()) && pointer.isBefore(hole.to()));
        return List.of(content.formats().moment(pointer), blind ? "Watchfloor was not looking" : "no data");
    }

    private static List<String> lines(ChartContent content, Point point) {
        String moment = content.formats().moment(point.at());
        String mean = Quantity.text(point.mean(), content.unit());
        if (point.count() <= 1) {
            return List.of(moment, mean);
        }
        return List.of(
                moment,
                "mean " + mean,
                "lowest " + Quantity.text(point.min(), content.unit()) + ", highest "
                        + Quantity.text(point.max(), content.unit()),
                point.count() + " results");
    }
}
