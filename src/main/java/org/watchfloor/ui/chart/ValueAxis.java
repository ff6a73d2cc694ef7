package org.watchfloor.ui.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * A vertical axis from {@code low} to {@code high} in steps of 1, 2 or 5 times a power of ten.
 *
 * @param step between two ticks
 */
record ValueAxis(double low, double high, double step) {
    /** Holds all of [min, max], zero too unless values are negative and far from it, in at most {@code most} steps. */
    static ValueAxis holding(double min, double max, int most) {
        double low = Math.min(0, min);
        double high = Math.max(max, 0);
        if (high - low < 1e-9) {
            high = low + 1;
        }
        double step = roundUp((high - low) / Math.max(1, most));
        return new ValueAxis(Math.floor(low / step) * step, Math.ceil(high / step - 1e-9) * step, step);
    }

    static double roundUp(double raw) {
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double digits = raw / power;
        double round = digits <= 1 + 1e-9 ? 1 : digits <= 2 + 1e-9 ? 2 : digits <= 5 + 1e-9 ? 5 : 10;
        return round * power;
    }

    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        long count = Math.round((high - low) / step);
        for (int i = 0; i <= count; i++) {
            ticks.add(low + i * step);
        }
        return ticks;
    }

    double y(double value, double top, double height) {
        return top + height - (value - low) / (high - low) * height;
    }
}
