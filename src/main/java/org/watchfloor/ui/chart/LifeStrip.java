package org.watchfloor.ui.chart;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.watchfloor.ui.fx.Formats;

/** Which states a check was in while an alert lived, with what happened to the alert. Hovering names the span. FX thread. */
public final class LifeStrip extends Painted {
    private static final double SIDE = 12;
    private static final double BAND = 20;
    private static final double AIR = 6;

    private final StoryPainter stories = new StoryPainter(this);
    private final Tooltip tooltip = new Tooltip();
    private StateBand.Content content = new StateBand.Content(
            new Window(Instant.EPOCH, Instant.EPOCH), new Formats(ZoneOffset.UTC), List.of(), List.of());
    private Story story = Story.NONE;

    public LifeStrip() {
        super("wf-life-strip");
        tooltip.setShowDelay(javafx.util.Duration.millis(80));
        Tooltip.install(this, tooltip);
        addEventHandler(
                MouseEvent.MOUSE_MOVED,
                event -> tooltip.setText(content.textAt(scale(getWidth()).at(event.getX()))));
    }

    public void show(StateBand.Content states, Story told) {
        content = states;
        story = told;
        setAccessibleText("states: " + states.summary());
        requestParentLayout();
        repaint();
    }

    @Override
    void paint(GraphicsContext on, double width, double height) {
        TimeScale scale = scale(width);
        double head = stories.rows(story, scale) * StoryPainter.ROW;
        double bottom = height - TimeAxis.HEIGHT;
        stories.shade(on, story, scale, head, bottom - head);
        TimeAxis.paint(on, this, scale, content.formats(), head, bottom, SIDE);
        SpanPainter.paint(on, this, scale, content, bottom - AIR - BAND, BAND);
        stories.flags(on, story, scale, 0, bottom);
    }

    private TimeScale scale(double width) {
        return new TimeScale(content.window(), SIDE, Math.max(1, width - 2 * SIDE));
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 320;
    }

    /** Room for as many rows of texts as there are flags, so that it does not jump while it is made narrower. */
    @Override
    protected double computePrefHeight(double width) {
        return StoryPainter.ROW * story.flags().size() + AIR + BAND + AIR + TimeAxis.HEIGHT;
    }
}
