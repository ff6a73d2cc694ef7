package org.watchfloor.ui.chart;

import javafx.scene.canvas.GraphicsContext;
import org.watchfloor.health.Recent;
import org.watchfloor.model.State;
import org.watchfloor.ui.fx.Palette.Tone;

/** The latest latencies of a check as a small line, scaled to their own highest; failed looks are red ticks. FX thread. */
public final class Sparkline extends Painted {
    private static final double MARGIN = 2;

    private Recent recent = Recent.NONE;

    public Sparkline() {
        super("wf-sparkline");
    }

    public void show(Recent next) {
        if (next != recent) {
            recent = next;
            setAccessibleText(next.size() == 0 ? "no latencies yet" : next.size() + " latest latencies");
            repaint();
        }
    }

    @Override
    void paint(GraphicsContext on, double width, double height) {
        double highest = highest();
        double step = (width - 2 * MARGIN) / (Recent.CAPACITY - 1);
        double first = width - MARGIN - (recent.size() - 1) * step;
        on.setLineWidth(1.5);
        double x = first;
        for (int i = 0; i < recent.size(); i++, x = first + i * step) {
            if (Float.isNaN(recent.millis(i))) {
                on.setFill(color(State.DOWN));
                on.fillRect(x - 1, height - MARGIN - 6, 2, 6);
            } else if (i > 0 && !Float.isNaN(recent.millis(i - 1))) {
                on.setStroke(color(Tone.SERIES_1));
                on.strokeLine(x - step, y(i - 1, highest, height), x, y(i, highest, height));
            } else {
                on.setFill(color(Tone.SERIES_1));
                on.fillOval(x - 1, y(i, highest, height) - 1, 2, 2);
            }
        }
    }

    private double highest() {
        double highest = 1e-3;
        for (int i = 0; i < recent.size(); i++) {
            highest = Math.max(highest, Float.isNaN(recent.millis(i)) ? 0 : recent.millis(i));
        }
        return highest;
    }

    private double y(int index, double highest, double height) {
        return height - MARGIN - recent.millis(index) / highest * (height - 2 * MARGIN);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 96;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 20;
    }
}
