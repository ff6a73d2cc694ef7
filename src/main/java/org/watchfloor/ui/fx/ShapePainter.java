package org.watchfloor.ui.fx;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;
import javafx.scene.shape.ArcType;
import org.watchfloor.model.State;

/** Draws the shapes of states on a canvas, in the present fill. FX thread only. */
public final class ShapePainter {
    private static final double BOX = 16;

    private ShapePainter() {}

    /** @param size side of the square that the shape fills */
    public static void draw(GraphicsContext on, State state, double x, double y, double size) {
        double scale = size / BOX;
        for (StateLook.Part part : StateLook.of(state).shape()) {
            switch (part) {
                case StateLook.Disc(double cx, double cy, double r) ->
                    on.fillOval(x + (cx - r) * scale, y + (cy - r) * scale, 2 * r * scale, 2 * r * scale);
                case StateLook.Ring(double cx, double cy, double r) ->
                    ring(on, x + cx * scale, y + cy * scale, r * scale);
                case StateLook.RightHalf(double cx, double cy, double r) ->
                    on.fillArc(
                            x + (cx - r) * scale,
                            y + (cy - r) * scale,
                            2 * r * scale,
                            2 * r * scale,
                            -90,
                            180,
                            ArcType.CHORD);
                case StateLook.Polygon(List<Double> xy) -> polygon(on, xy, x, y, scale);
            }
        }
    }

    private static void ring(GraphicsContext on, double cx, double cy, double r) {
        double width = Math.max(1, r * 0.3);
        Paint before = on.getStroke();
        on.setStroke(on.getFill());
        on.setLineWidth(width);
        on.strokeOval(cx - r + width / 2, cy - r + width / 2, 2 * r - width, 2 * r - width);
        on.setStroke(before);
    }

    private static void polygon(GraphicsContext on, List<Double> xy, double x, double y, double scale) {
        int points = xy.size() / 2;
        double[] xs = new double[points];
        double[] ys = new double[points];
        for (int i = 0; i < points; i++) {
            xs[i] = x + xy.get(2 * i) * scale;
            ys[i] = y + xy.get(2 * i + 1) * scale;
        }
        on.fillPolygon(xs, ys, points);
    }
}
