package org.watchfloor.ui.wall;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import org.watchfloor.ui.fx.MarkLook;
import org.watchfloor.ui.fx.StateLook.Part;
import org.watchfloor.ui.fx.StateLook.Polygon;

/** Draws marks on a canvas in the present fill, without leaving anything to collect behind. FX thread only. */
final class MarkPainter {
    private static final double BOX = 16;
    private static final int MOST_POINTS = 32;

    private final double[] xs = new double[MOST_POINTS];
    private final double[] ys = new double[MOST_POINTS];

    /** @param size side of the square that the mark fills */
    void draw(GraphicsContext on, MarkLook look, double x, double y, double size) {
        List<Part> parts = look.shape();
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) instanceof Polygon polygon) {
                fill(on, polygon.xy(), x, y, size / BOX);
            }
        }
    }

    private void fill(GraphicsContext on, List<Double> xy, double x, double y, double scale) {
        int points = xy.size() / 2;
        for (int i = 0; i < points; i++) {
            xs[i] = x + xy.get(2 * i) * scale;
            ys[i] = y + xy.get(2 * i + 1) * scale;
        }
        on.fillPolygon(xs, ys, points);
    }
}
