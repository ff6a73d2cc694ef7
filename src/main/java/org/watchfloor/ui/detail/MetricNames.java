package org.watchfloor.ui.detail;

import java.util.List;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.watchfloor.engine.History.Metric;

/** Writes metrics by their name, made safe to show. */
final class MetricNames extends StringConverter<Metric> {
    private final List<Metric> known;

    MetricNames(List<Metric> known) {
        this.known = known;
    }

    @Override
    public String toString(@Nullable Metric metric) {
        if (metric == null) {
            return "";
        }
        return SafeText.line(metric.name(), 60);
    }

    @Override
    public @Nullable Metric fromString(String text) {
        return known.stream()
                .filter(metric -> toString(metric).equals(text))
                .findFirst()
                .orElse(null);
    }
}
