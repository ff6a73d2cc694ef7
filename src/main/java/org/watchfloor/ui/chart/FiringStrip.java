package org.watchfloor.ui.chart;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.TextAlignment;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.Palette.Tone;

/** Strips of time below each other, with bars for what was going on. Time before the first record is hatched. FX thread. */
public final class FiringStrip extends Painted {
    private static final double LEFT = 72;
    private static final double RIGHT = 12;
    private static final double ROW = 22;
    private static final double BAR = 12;
    private static final double THINNEST = 1;

    private final Tooltip tooltip = new Tooltip();
    private Content content = new Content(
            new Window(Instant.EPOCH, Instant.EPOCH), new Formats(ZoneOffset.UTC), Instant.EPOCH, List.of());

    public FiringStrip() {
        super("wf-firing-strip");
        tooltip.setShowDelay(javafx.util.Duration.millis(80));
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(420);
        Tooltip.install(this, tooltip);
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> tooltip.setText(textAt(event.getX(), event.getY())));
    }

    /** @param recordedFrom nothing is known before that */
    public record Content(Window window, Formats formats, Instant recordedFrom, List<Row> rows) {
        public Content {
            rows = List.copyOf(rows);
        }
    }

    /** One strip. */
    public record Row(String label, List<Bar> bars) {
        public Row {
            bars = List.copyOf(bars);
        }
    }

    /** Something that went on for a time; hovering tells the text. */
    public record Bar(Instant from, Instant to, Look look, String text) {}

    /** What a bar is. */
    public enum Look {
        FIRING(Tone.DEGRADED),
        NEW(Tone.ACCENT),
        GONE(Tone.PAUSED),
        FOUND(Tone.UP),
        MISSED(Tone.DOWN);

        private final Tone tone;

        Look(Tone tone) {
            this.tone = tone;
        }
    }

    public void show(Content next) {
        content = next;
        StringBuilder summary = new StringBuilder("firings over time");
        next.rows()
                .forEach(row -> summary.append(", ")
                        .append(row.label())
                        .append(' ')
                        .append(row.bars().size()));
        setAccessibleText(summary.toString());
        requestParentLayout();
        repaint();
    }

    @Override
    void paint(GraphicsContext on, double width, double height) {
        TimeScale scale = scale(width);
        double bottom = ROW * content.rows().size();
        Hatch.draw(on, hatch(), LEFT, 0, scale.x(content.recordedFrom()) - LEFT, bottom);
        TimeAxis.paint(on, this, scale, content.formats(), 0, bottom, RIGHT);
        for (int i = 0; i < content.rows().size(); i++) {
            paintRow(on, scale, content.rows().get(i), ROW * i);
        }
    }

    private void paintRow(GraphicsContext on, TimeScale scale, Row row, double top) {
        on.setTextBaseline(VPos.CENTER);
        on.setTextAlign(TextAlignment.LEFT);
        on.setFill(color(Tone.MUTED));
        on.fillText(row.label(), 0, top + ROW / 2);
        on.setStroke(color(Tone.LINE));
        on.strokeLine(scale.left(), top + ROW / 2 + 0.5, scale.right(), top + ROW / 2 + 0.5);
        for (Bar bar : row.bars()) {
            double from = Math.clamp(scale.x(bar.from()), scale.left(), scale.right() - THINNEST);
            double to = Math.clamp(scale.x(bar.to()), from + THINNEST, scale.right());
            on.setFill(color(bar.look().tone));
            on.fillRect(from, top + (ROW - BAR) / 2, to - from, BAR);
        }
    }

    /** What lies there: the nearest bar of that strip within a few pixels, else the time. */
    String textAt(double x, double y) {
        TimeScale scale = scale(getWidth());
        Instant at = scale.at(x);
        int index = (int) Math.floor(y / ROW);
        List<Bar> bars = index >= 0 && index < content.rows().size()
                ? content.rows().get(index).bars()
                : List.of();
        return bars.stream()
                .filter(bar -> scale.x(bar.from()) - THINNEST <= x && x <= scale.x(bar.to()) + THINNEST)
                .findFirst()
                .map(bar -> content.formats().moment(bar.from()) + " – "
                        + content.formats().moment(bar.to()) + "\n" + bar.text())
                .orElseGet(() -> at.isBefore(content.recordedFrom())
                        ? "nothing on record at " + content.formats().moment(at)
                        : content.formats().moment(at));
    }

    private TimeScale scale(double width) {
        return new TimeScale(content.window(), LEFT, Math.max(1, width - LEFT - RIGHT));
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 320;
    }

    @Override
    protected double computePrefHeight(double width) {
        return ROW * content.rows().size() + TimeAxis.HEIGHT;
    }
}
