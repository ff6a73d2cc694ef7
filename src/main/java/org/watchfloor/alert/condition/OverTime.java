package org.watchfloor.alert.condition;

import java.time.Duration;
import java.time.Instant;

/** {@code p95(latency, 5m)}: an aggregate over the samples of the last time. */
record OverTime(Aggregate aggregate, Metric metric, long windowMillis) implements Figure {
    @Override
    public Truth test(Sight sight, String metric, Instant now, Bound bound) {
        return sight.samples(metric).test(aggregate, windowMillis, now.toEpochMilli(), bound);
    }

    @Override
    public double value(Sight sight, String metric, Instant now) {
        return sight.samples(metric).value(aggregate, windowMillis, now.toEpochMilli());
    }

    @Override
    public boolean hasData(Sight sight, String metric, Instant now) {
        return !sight.samples(metric).isSilent(windowMillis, now.toEpochMilli());
    }

    @Override
    public Needs needs() {
        return Needs.of(metric, Duration.ofMillis(windowMillis));
    }

    @Override
    public String text() {
        return aggregate.word() + "(" + metric.text() + ", " + Spans.text(windowMillis) + ")";
    }

    @Override
    public String words(String metric) {
        return aggregate.words(metric);
    }

    @Override
    public String span() {
        return " over " + Spans.text(windowMillis);
    }

    @Override
    public String verb() {
        return "was";
    }
}
