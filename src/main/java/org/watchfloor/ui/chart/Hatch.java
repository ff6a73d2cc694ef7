package org.watchfloor.ui.chart;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** Diagonal lines over a rectangle: nobody looked at that time. */
final class Hatch {
    private static final double SPACING = 6;

    private Hatch() {}

    static void draw(GraphicsContext on, Color color, double x, double y, double width, double height) {
        if (width <= 0 || height <= 0) {
            return;
        }
        on.save();
        on.beginPath();
        on.rect(x, y, width, height);
        on.clip();
        on.setStroke(color);
        on.setLineWidth(1);
        double first = Math.floor((x - height) / SPACING) * SPACING;
        for (double at = first; at < x + width; at += SPACING) {
            on.strokeLine(at, y + height, at + height, y);
        }
        on.restore();
    }
}
