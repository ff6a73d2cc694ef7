package org.watchfloor.ui.detail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.watchfloor.config.Check;
import org.watchfloor.config.Threshold;
import org.watchfloor.engine.History;
import org.watchfloor.engine.History.Metric;
import org.watchfloor.engine.History.Span;
import org.watchfloor.model.State;
import org.watchfloor.ui.chart.ChartContent;
import org.watchfloor.ui.chart.ChartContent.Limit;
import org.watchfloor.ui.chart.Past;
import org.watchfloor.ui.chart.Quantity;
import org.watchfloor.ui.chart.Window;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.StateLook;

/**
 * A past made ready to be drawn. Immutable.
 *
 * @param gaps times in which Watchfloor itself was not looking
 * @param source what stands behind the line, in words; empty if there is no line
 */
record PastView(ChartContent chart, List<Span> states, List<Window> gaps, String source) {
    PastView {
        states = List.copyOf(states);
        gaps = List.copyOf(gaps);
    }

    static PastView of(Past past, Check check, Metric metric, Window window, Formats formats) {
        String unit =
                past.series().unit().isEmpty() ? metric.unit() : past.series().unit();
        ChartContent chart = new ChartContent(
                SafeText.line(metric.name(), 60) + " of " + check.id(),
                window,
                formats,
                unit,
                past.series().points(),
                past.reach(Optional.of(check)),
                limits(check, metric.name(), unit),
                past.blind());
        return new PastView(chart, past.states(), past.holes(), source(past.series()));
    }

    private static List<Limit> limits(Check check, String metric, String unit) {
        List<Limit> limits = new ArrayList<>();
        for (Threshold threshold : check.thresholds()) {
            if (threshold.metric().equals(metric)) {
                threshold.degraded().ifPresent(value -> limits.add(limit(value, State.DEGRADED, unit)));
                threshold.down().ifPresent(value -> limits.add(limit(value, State.DOWN, unit)));
            }
        }
        return limits;
    }

    private static Limit limit(double value, State state, String unit) {
        return new Limit(value, state, StateLook.of(state).word() + " " + Quantity.text(value, unit));
    }

    private static String source(History.Series series) {
        String results = Formats.number(series.rawCount()) + " results";
        return switch (series.source()) {
            case "" -> "";
            case "5m" -> results + " in steps of 5 min";
            case "1h" -> results + " in steps of 1 h";
            default -> results;
        };
    }
}
