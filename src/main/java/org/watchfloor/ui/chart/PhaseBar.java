package org.watchfloor.ui.chart;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import org.watchfloor.model.Phase;
import org.watchfloor.model.Timings;
import org.watchfloor.ui.fx.Palette.Tone;

/** How the time of one look divides into its phases: a stacked bar with its figures below. FX thread. */
public final class PhaseBar extends Painted {
    private static final double BAR = 14;
    private static final double LEGEND_LINE = 18;
    private static final double SWATCH = 8;

    private Timings timings = Timings.NONE;

    public PhaseBar() {
        super("wf-phase-bar");
    }

    public void show(Timings next) {
        timings = next;
        setAccessibleText(next.phases().entrySet().stream()
                .map(it -> it.getKey().text() + " " + text(it.getValue()))
                .collect(Collectors.joining(", ", "phases: ", "")));
        repaint();
    }

    @Override
    void paint(GraphicsContext on, double width, double height) {
        double total =
                timings.phases().values().stream().mapToDouble(PhaseBar::millis).sum();
        double x = 0;
        double y = BAR + 6;
        double at = 0;
        on.setTextBaseline(VPos.TOP);
        for (Map.Entry<Phase, Duration> phase : timings.phases().entrySet()) {
            double share = total <= 0 ? 0 : millis(phase.getValue()) / total * width;
            on.setFill(color(phase.getKey()));
            on.fillRect(at, 0, Math.max(0.5, share - 1), BAR);
            at += share;
            String legend = legend(phase);
            double needed = needed(legend);
            if (x > 0 && x + needed > width) {
                x = 0;
                y += LEGEND_LINE;
            }
            on.fillRect(x, y + 3, SWATCH, SWATCH);
            on.setFill(color(Tone.MUTED));
            on.fillText(legend, x + SWATCH + 6, y);
            x += needed;
        }
    }

    private static double millis(Duration phase) {
        return phase.toNanos() / 1e6;
    }

    private static String text(Duration phase) {
        return Quantity.text(millis(phase), "ms");
    }

    @Override
    protected double computePrefWidth(double height) {
        return 240;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double room = width < 0 ? computePrefWidth(-1) : width;
        int lines = 1;
        double x = 0;
        for (Map.Entry<Phase, Duration> phase : timings.phases().entrySet()) {
            double needed = needed(legend(phase));
            if (x > 0 && x + needed > room) {
                x = 0;
                lines++;
            }
            x += needed;
        }
        return BAR + 6 + lines * LEGEND_LINE;
    }

    private double needed(String legend) {
        return SWATCH + 6 + widthOf(legend) + 18;
    }

    private static String legend(Map.Entry<Phase, Duration> phase) {
        return phase.getKey().text() + "  " + text(phase.getValue());
    }
}
