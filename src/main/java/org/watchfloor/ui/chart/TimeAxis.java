package org.watchfloor.ui.chart;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.watchfloor.ui.chart.TimeTicks.Tick;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.Palette.Tone;

/** Times below a strip, and the lines that lead to them. FX thread. */
final class TimeAxis {
    static final double HEIGHT = 22;

    private static final double TICK_WIDTH = 76;

    private TimeAxis() {}

    /** @param right room beyond the end of the scale that a label may take */
    static void paint(
            GraphicsContext on,
            Painted owner,
            TimeScale scale,
            Formats formats,
            double top,
            double bottom,
            double right) {
        on.setTextBaseline(VPos.TOP);
        on.setTextAlign(TextAlignment.CENTER);
        int most = (int) Math.max(2, scale.width() / TICK_WIDTH);
        for (Tick tick : TimeTicks.of(scale.window(), formats.zone(), most)) {
            double x = Math.round(scale.x(tick.at())) + 0.5;
            on.setStroke(owner.color(Tone.LINE));
            on.strokeLine(x, top, x, bottom + 4);
            on.setFill(owner.color(tick.strong() ? Tone.TEXT : Tone.MUTED));
            double half = owner.widthOf(tick.label()) / 2;
            on.fillText(tick.label(), Math.clamp(x, scale.left() + half, scale.right() - half + right), bottom + 6);
        }
    }
}
