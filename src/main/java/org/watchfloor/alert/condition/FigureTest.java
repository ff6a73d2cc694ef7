package org.watchfloor.alert.condition;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** {@code latency > 500ms}, {@code p95(disk.*, 5m) > 90}; with a pattern true if any metric that has data fulfils it. */
record FigureTest(Figure figure, Bound bound) implements Condition<Sight>, Compared<Sight> {
    @Override
    public Truth test(Sight sight, Instant now) {
        Metric metric = figure.metric();
        return metric.isPattern() ? testAny(sight, now) : figure.test(sight, metric.name(), now, bound);
    }

    @Override
    public String explain(Sight sight, Instant now) {
        Truth truth = test(sight, now);
        String metric = figure.metric().isPattern()
                ? telling(sight, now, truth)
                : figure.metric().name();
        String subject = figure.words(metric) + " of " + sight.name() + figure.span();
        double value = figure.value(sight, metric, now);
        if (!Double.isNaN(value)) {
            return subject + " " + figure.verb() + " " + bound.as(truth).fact(value);
        }
        return subject + (figure.span().isEmpty() ? " is not known" : " is not known: too little data");
    }

    @Override
    public String text() {
        return figure.text() + " " + bound.text();
    }

    @Override
    public Needs needs() {
        return figure.needs();
    }

    @Override
    public double value(Sight sight, Instant now) {
        Metric metric = figure.metric();
        if (!metric.isPattern()) {
            return figure.value(sight, metric.name(), now);
        }
        return sight.metrics().stream()
                .filter(metric::matches)
                .map(name -> figure.value(sight, name, now))
                .filter(value -> !value.isNaN())
                .min(Comparator.comparingDouble(bound::rank))
                .orElse(Double.NaN);
    }

    @Override
    public Condition<Sight> with(Bound other) {
        return new FigureTest(figure, other);
    }

    @Override
    public String words() {
        return figure.words(figure.metric().name()) + figure.span();
    }

    private Truth testAny(Sight sight, Instant now) {
        Truth result = Truth.FALSE;
        boolean hasData = false;
        for (String metric : sight.metrics()) {
            if (figure.metric().matches(metric) && figure.hasData(sight, metric, now)) {
                hasData = true;
                result = result.or(figure.test(sight, metric, now, bound));
                if (result == Truth.TRUE) {
                    return result;
                }
            }
        }
        return hasData ? result : Truth.MISSING;
    }

    /** Of the metrics that decided, the one that is furthest beyond the limit or nearest to it; the pattern if none. */
    private String telling(Sight sight, Instant now, Truth truth) {
        List<String> deciding = sight.metrics().stream()
                .filter(figure.metric()::matches)
                .filter(metric -> figure.hasData(sight, metric, now))
                .filter(metric -> figure.test(sight, metric, now, bound) == truth)
                .sorted()
                .toList();
        return deciding.stream()
                .min(Comparator.comparingDouble(metric -> bound.rank(figure.value(sight, metric, now))))
                .orElse(figure.metric().name());
    }
}
