package org.watchfloor.ui.chart;

import java.time.Duration;
import java.util.List;
import org.watchfloor.engine.History.Point;
import org.watchfloor.model.State;
import org.watchfloor.ui.fx.Formats;

/**
 * What a {@link TimeChart} draws; immutable.
 *
 * @param reach points further apart are not joined by the line
 * @param holes times in which Watchfloor itself was not looking
 * @param story told over the line
 */
public record ChartContent(
        String title,
        Window window,
        Formats formats,
        String unit,
        List<Point> points,
        Duration reach,
        List<Limit> limits,
        List<Window> holes,
        Story story) {
    /** Without a story. */
    public ChartContent(
            String title,
            Window window,
            Formats formats,
            String unit,
            List<Point> points,
            Duration reach,
            List<Limit> limits,
            List<Window> holes) {
        this(title, window, formats, unit, points, reach, limits, holes, Story.NONE);
    }

    public ChartContent {
        points = List.copyOf(points);
        limits = List.copyOf(limits);
        holes = List.copyOf(holes);
    }

    /**
     * A threshold, in the colour of what lies beyond it.
     *
     * @param text what it is, with its value: {@code degraded 400 ms}
     */
    public record Limit(double value, State state, String text) {}

    ChartContent in(Window other) {
        return new ChartContent(title, other, formats, unit, points, reach, limits, holes, story);
    }

    List<Point> visible() {
        return points.stream()
                .filter(it -> !it.at().isBefore(window.from()) && !it.at().isAfter(window.to()))
                .toList();
    }

    String spoken() {
        List<Point> visible = visible();
        String when = formats.moment(window.from()) + " to " + formats.moment(window.to());
        if (visible.isEmpty()) {
            return title + ", " + when + ": no data";
        }
        double mean = visible.stream().mapToDouble(Point::mean).average().orElse(0);
        double highest = visible.stream().mapToDouble(Point::max).max().orElse(0);
        return title + ", " + when + ": mean " + Quantity.text(mean, unit) + ", highest "
                + Quantity.text(highest, unit);
    }
}
