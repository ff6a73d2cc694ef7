package org.watchfloor.ui.detail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.watchfloor.config.Check;
import org.watchfloor.config.Threshold;
import org.watchfloor.engine.History;
import org.watchfloor.engine.History.Metric;
import org.watchfloor.engine.History.Span;
import org.watchfloor.model.Gap;
import org.watchfloor.model.State;
import org.watchfloor.ui.chart.ChartContent;
import org.watchfloor.ui.chart.ChartContent.Limit;
import org.watchfloor.ui.chart.Window;
import org.watchfloor.ui.fx.Formats;

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
        List<Window> gaps = past.gaps().stream()
                .filter(gap -> gap.cause() != Gap.Cause.NETWORK_LOST) // who was out of sight then was STALE
                .map(PastView::window)
                .toList();
        ChartContent chart = new ChartContent(
                SafeText.line(metric.name(), 60) + " of " + check.id(),
                window,
                formats,
                past.series().unit().isEmpty() ? metric.unit() : past.series().unit(),
                past.series().points(),
                reach(past, check),
                limits(check, metric.name()),
                blind(gaps, past.states()));
        return new PastView(chart, past.states(), gaps, source(past.series()));
    }

    /** One missed look, or one missing step of the series, breaks no line. */
    private static Duration reach(Past past, Check check) {
        Duration step = past.step();
        Duration least = switch (past.series().source()) {
            case "5m" -> Duration.ofMinutes(5);
            case "1h" -> Duration.ofHours(1);
            default -> check.every().plus(check.timeout());
        };
        return (step.compareTo(least) > 0 ? step : least).multipliedBy(5).dividedBy(2);
    }

    private static List<Limit> limits(Check check, String metric) {
        List<Limit> limits = new ArrayList<>();
        for (Threshold threshold : check.thresholds()) {
            if (threshold.metric().equals(metric)) {
                threshold.degraded().ifPresent(value -> limits.add(new Limit(value, State.DEGRADED)));
                threshold.down().ifPresent(value -> limits.add(new Limit(value, State.DOWN)));
            }
        }
        return limits;
    }

    /** Nothing was seen while it was paused or stale either. */
    private static List<Window> blind(List<Window> gaps, List<Span> states) {
        List<Window> blind = new ArrayList<>(gaps);
        states.stream()
                .filter(span -> span.state() == State.PAUSED || span.state() == State.STALE)
                .forEach(span -> blind.add(new Window(span.from(), span.to())));
        return blind;
    }

    /** A clock that jumped back leaves the end of a gap before its begin. */
    private static Window window(Gap gap) {
        return gap.to().isBefore(gap.from()) ? new Window(gap.to(), gap.from()) : new Window(gap.from(), gap.to());
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
