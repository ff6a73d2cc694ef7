package org.watchfloor.alert.condition;

import java.time.Duration;
import java.time.Instant;

/** The value in the latest result. */
record Latest(Metric metric) implements Figure {
    @Override
    public Truth test(Sight sight, String metric, Instant now, Bound bound) {
        return bound.test(sight.value(metric));
    }

    @Override
    public double value(Sight sight, String metric, Instant now) {
        return sight.value(metric);
    }

    @Override
    public boolean hasData(Sight sight, String metric, Instant now) {
        return !Double.isNaN(sight.value(metric));
    }

    @Override
    public Needs needs() {
        return Needs.of(metric, Duration.ZERO);
    }

    @Override
    public String text() {
        return metric.text();
    }

    @Override
    public String words(String metric) {
        return metric;
    }

    @Override
    public String span() {
        return "";
    }

    @Override
    public String verb() {
        return "is";
    }
}
