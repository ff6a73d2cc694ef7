package org.watchfloor.ui.chart;

import javafx.scene.canvas.GraphicsContext;
import org.watchfloor.engine.History.Span;
import org.watchfloor.model.State;

/** Draws a strip of coloured time; what was not observed is hatched. FX thread. */
final class SpanPainter {
    private SpanPainter() {}

    static void paint(
            GraphicsContext on, Painted owner, TimeScale scale, StateBand.Content content, double top, double height) {
        double left = scale.left();
        double right = scale.right();
        Hatch.draw(on, owner.hatch(), left, top, right - left, height);
        for (Span span : content.spans()) {
            double from = Math.max(left, scale.x(span.from()));
            double to = Math.min(right, scale.x(span.to()));
            if (to > from) {
                on.setFill(owner.color(span.state()));
                on.setGlobalAlpha(span.state() == State.STALE ? 0.35 : 1);
                on.fillRect(from, top, Math.max(to - from, span.state() == State.UP ? 0 : 1.5), height);
                on.setGlobalAlpha(1);
            }
        }
        for (Window hole : content.holes()) {
            double from = Math.max(left, scale.x(hole.from()));
            double to = Math.min(right, scale.x(hole.to()));
            on.clearRect(from, top, Math.max(0, to - from), height);
            Hatch.draw(on, owner.hatch(), from, top, to - from, height);
        }
    }
}
