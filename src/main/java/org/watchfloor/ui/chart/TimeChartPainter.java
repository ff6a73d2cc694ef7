package org.watchfloor.ui.chart;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.watchfloor.engine.History.Point;
import org.watchfloor.model.State;
import org.watchfloor.ui.chart.ChartContent.Limit;
import org.watchfloor.ui.chart.TimeTicks.Tick;
import org.watchfloor.ui.fx.Palette.Tone;

/** Draws a {@link TimeChart} from back to front: holes, grid, band, line, limits, pointer. FX thread. */
final class TimeChartPainter {
    /** Room for the values, so that charts below each other begin at the same place. */
    private static final double LEFT = 56;

    private static final double TOP = 10;
    private static final double BOTTOM = 22;
    private static final double RIGHT = 12;
    private static final double LABEL_GAP = 8;
    private static final double TICK_WIDTH = 84;
    private static final double TICK_HEIGHT = 44;
    private static final double MOST_TICKS = 9;
    /** A limit up to so many times the highest value is drawn to scale; a farther one would flatten the line. */
    private static final double LIMIT_IN_SIGHT = 2.5;
    /** The same where the limit is what the chart is about. */
    private static final double LIMIT_OF_STORY_IN_SIGHT = 6;

    private static final double LABEL = 15;

    private final Painted owner;
    private final StoryPainter stories;
    private double top = TOP;
    private Optional<ChartContent> shown = Optional.empty();
    private TimeScale scale = new TimeScale(new Window(Instant.EPOCH, Instant.EPOCH), 0, 1);
    private ValueAxis axis = ValueAxis.holding(0, 1, 4);
    private List<Point> visible = List.of();

    TimeChartPainter(Painted owner) {
        this.owner = owner;
        stories = new StoryPainter(owner);
    }

    void show(ChartContent content) {
        shown = Optional.of(content);
        visible = content.visible();
    }

    TimeScale scale() {
        return scale;
    }

    void paint(GraphicsContext on, double width, double height) {
        if (shown.isEmpty()) {
            return;
        }
        ChartContent content = shown.get();
        double head = StoryPainter.ROW
                * stories.rows(content.story(), new TimeScale(content.window(), LEFT, width - LEFT - RIGHT));
        top = TOP + head;
        double inner = height - top - BOTTOM;
        axis = axis(content, inner);
        double widest = axis.ticks().stream()
                .mapToDouble(value -> owner.widthOf(label(value, content.unit())))
                .max()
                .orElse(0);
        double left = Math.max(LEFT, LABEL_GAP + widest);
        scale = new TimeScale(content.window(), left, Math.max(1, width - left - RIGHT));
        paintHoles(on, content, inner);
        stories.shade(on, content.story(), scale, top, inner);
        paintValueTicks(on, content, inner);
        paintTimeTicks(on, content, height);
        paintSeries(on, content, inner);
        stories.flags(on, content.story(), scale, TOP - 4, top + inner);
        paintLimits(on, content.limits(), inner);
    }

    private ValueAxis axis(ChartContent content, double inner) {
        double min = visible.stream().mapToDouble(Point::min).min().orElse(0);
        double max = visible.stream().mapToDouble(Point::max).max().orElse(1);
        double sight = content.story().equals(Story.NONE) ? LIMIT_IN_SIGHT : LIMIT_OF_STORY_IN_SIGHT;
        double highest = max;
        for (Limit limit : content.limits()) {
            if (limit.value() > max && limit.value() <= highest * sight) {
                max = limit.value() * 1.05;
            }
        }
        return ValueAxis.holding(min, max, (int) Math.clamp(inner / TICK_HEIGHT, 2, MOST_TICKS));
    }

    private void paintHoles(GraphicsContext on, ChartContent content, double inner) {
        for (Window hole : content.holes()) {
            double from = Math.max(scale.left(), scale.x(hole.from()));
            double to = Math.min(scale.right(), scale.x(hole.to()));
            Hatch.draw(on, owner.hatch(), from, top, to - from, inner);
        }
    }

    private void paintValueTicks(GraphicsContext on, ChartContent content, double inner) {
        on.setTextAlign(TextAlignment.RIGHT);
        on.setTextBaseline(VPos.CENTER);
        on.setLineWidth(1);
        for (double value : axis.ticks()) {
            double y = Math.round(axis.y(value, top, inner)) + 0.5;
            on.setStroke(owner.color(Tone.LINE));
            on.strokeLine(scale.left(), y, scale.right(), y);
            on.setFill(owner.color(Tone.MUTED));
            on.fillText(label(value, content.unit()), scale.left() - LABEL_GAP, y);
        }
    }

    private static String label(double value, String unit) {
        return value == 0 ? "0" : Quantity.text(value, unit);
    }

    private void paintTimeTicks(GraphicsContext on, ChartContent content, double height) {
        on.setTextBaseline(VPos.TOP);
        on.setTextAlign(TextAlignment.CENTER);
        int most = (int) Math.max(2, scale.width() / TICK_WIDTH);
        for (Tick tick : TimeTicks.of(content.window(), content.formats().zone(), most)) {
            double x = Math.round(scale.x(tick.at())) + 0.5;
            on.setStroke(owner.color(Tone.LINE));
            on.strokeLine(x, top, x, height - BOTTOM + 4);
            double half = owner.widthOf(tick.label()) / 2;
            on.setFill(owner.color(tick.strong() ? Tone.TEXT : Tone.MUTED));
            on.fillText(
                    tick.label(),
                    Math.clamp(x, scale.left() + half - LABEL_GAP, scale.right() - half + RIGHT),
                    height - BOTTOM + 7);
        }
    }

    private void paintSeries(GraphicsContext on, ChartContent content, double inner) {
        Columns columns = Columns.of(visible, scale, content.reach());
        Color line = owner.color(Tone.SERIES_1);
        on.setLineWidth(1.5);
        on.setStroke(line);
        for (int first = 0; first < columns.size(); ) {
            int end = first + 1;
            while (end < columns.size() && columns.isJoined(end)) {
                end++;
            }
            on.setFill(line.deriveColor(0, 1, 1, 0.22));
            band(on, columns, first, end, inner);
            stroke(on, columns, first, end, inner);
            first = end;
        }
    }

    private void band(GraphicsContext on, Columns columns, int first, int end, double inner) {
        int count = end - first;
        double[] x = new double[2 * count];
        double[] y = new double[2 * count];
        for (int i = 0; i < count; i++) {
            x[i] = columns.x(first + i);
            y[i] = axis.y(columns.max(first + i), top, inner);
            x[2 * count - 1 - i] = x[i];
            y[2 * count - 1 - i] = axis.y(columns.min(first + i), top, inner);
        }
        if (count == 1) {
            on.fillRect(x[0] - 1, y[0], 2, Math.max(1, y[1] - y[0]));
        } else {
            on.fillPolygon(x, y, x.length);
        }
    }

    private void stroke(GraphicsContext on, Columns columns, int first, int end, double inner) {
        if (end - first == 1) {
            on.setFill(owner.color(Tone.SERIES_1));
            on.fillOval(columns.x(first) - 1.5, axis.y(columns.mean(first), top, inner) - 1.5, 3, 3);
            return;
        }
        double[] x = new double[end - first];
        double[] y = new double[end - first];
        for (int i = 0; i < x.length; i++) {
            x[i] = columns.x(first + i);
            y[i] = axis.y(columns.mean(first + i), top, inner);
        }
        on.strokePolyline(x, y, x.length);
    }

    /** From the highest down, so that texts that would lie on each other give way downwards. */
    private void paintLimits(GraphicsContext on, List<Limit> limits, double inner) {
        double leftFree = Double.NEGATIVE_INFINITY;
        double rightFree = Double.NEGATIVE_INFINITY;
        for (Limit limit : limits.stream()
                .sorted(Comparator.comparingDouble(Limit::value).reversed())
                .toList()) {
            boolean isRight = limit.state() == State.DOWN;
            double y = Math.round(axis.y(Math.clamp(limit.value(), axis.low(), axis.high()), top, inner)) + 0.5;
            double above = Math.max(y < top + LABEL + 1 ? y + 2 : y - LABEL - 1, isRight ? rightFree : leftFree);
            paintLimit(on, limit, y, above);
            if (isRight) {
                rightFree = above + LABEL;
            } else {
                leftFree = above + LABEL;
            }
        }
    }

    /** @param above where its text begins */
    private void paintLimit(GraphicsContext on, Limit limit, double y, double above) {
        boolean inSight = limit.value() >= axis.low() && limit.value() <= axis.high();
        Color color = owner.color(limit.state());
        if (inSight) {
            on.setStroke(color);
            on.setLineWidth(1);
            on.setLineDashes(5, 4);
            on.strokeLine(scale.left(), y, scale.right(), y);
            on.setLineDashes();
        }
        String text = inSight ? limit.text() : limit.text() + (limit.value() > axis.high() ? " ↑" : " ↓");
        boolean right = limit.state() == State.DOWN;
        double x = right ? scale.right() - 4 - owner.widthOf(text) : scale.left() + 4;
        on.setFill(owner.color(Tone.RAISED).deriveColor(0, 1, 1, 0.8));
        on.fillRect(x - 3, above, owner.widthOf(text) + 6, LABEL - 1);
        on.setFill(color);
        on.setTextAlign(TextAlignment.LEFT);
        on.setTextBaseline(VPos.CENTER);
        on.fillText(text, x, above + LABEL / 2);
    }

    void paintSelection(GraphicsContext on, double from, double to, double height) {
        double left = Math.max(scale.left(), Math.min(from, to));
        double right = Math.min(scale.right(), Math.max(from, to));
        on.setFill(owner.color(Tone.ACCENT).deriveColor(0, 1, 1, 0.2));
        on.fillRect(left, top, Math.max(0, right - left), height - top - BOTTOM);
    }

    void paintPointer(GraphicsContext on, double pointerX, double width, double height) {
        if (shown.isEmpty() || pointerX < scale.left() || pointerX > scale.right()) {
            return;
        }
        ChartContent content = shown.get();
        Optional<Point> near =
                Nearest.to(scale.at(pointerX), visible).filter(point -> Math.abs(scale.x(point.at()) - pointerX) < 24);
        double x = Math.round(near.map(point -> scale.x(point.at())).orElse(pointerX)) + 0.5;
        on.setStroke(owner.color(Tone.MUTED));
        on.setLineWidth(1);
        on.strokeLine(x, top, x, height - BOTTOM);
        near.ifPresent(point -> {
            double y = axis.y(point.mean(), top, height - top - BOTTOM);
            on.setFill(owner.color(Tone.SERIES_1));
            on.fillOval(x - 3.5, y - 3.5, 7, 7);
        });
        paintReadout(on, x, width, Readout.of(content, scale.at(pointerX), near));
    }

    private void paintReadout(GraphicsContext on, double x, double width, List<String> lines) {
        double boxWidth = lines.stream().mapToDouble(owner::widthOf).max().orElse(0) + 16;
        double boxHeight = 16.0 * lines.size() + 10;
        double left = x + 12 + boxWidth < width ? x + 12 : x - 12 - boxWidth;
        on.setFill(owner.color(Tone.RAISED));
        on.fillRoundRect(left, top + 4, boxWidth, boxHeight, 6, 6);
        on.setStroke(owner.color(Tone.MUTED));
        on.strokeRoundRect(left + 0.5, top + 4.5, boxWidth - 1, boxHeight - 1, 6, 6);
        on.setTextAlign(TextAlignment.LEFT);
        on.setTextBaseline(VPos.TOP);
        for (int i = 0; i < lines.size(); i++) {
            on.setFill(owner.color(i == 0 ? Tone.MUTED : Tone.TEXT));
            on.fillText(lines.get(i), left + 8, top + 10 + 16.0 * i);
        }
    }
}
