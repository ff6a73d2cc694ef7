package org.watchfloor.ui.chart;

import java.time.Duration;
import java.time.Instant;

/** Where on the x axis an instant lies: from {@code left} on, {@code width} pixels wide. */
record TimeScale(Window window, double left, double width) {
    double x(Instant at) {
        return left
                + width
                        * Duration.between(window.from(), at).toMillis()
                        / window.length().toMillis();
    }

    Instant at(double x) {
        double share = width <= 0 ? 0 : (x - left) / width;
        return window.from().plusMillis(Math.round(share * window.length().toMillis()));
    }

    double right() {
        return left + width;
    }
}
