package org.watchfloor.ui.detail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.watchfloor.engine.History;
import org.watchfloor.engine.History.Series;
import org.watchfloor.engine.History.Span;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.Gap;
import org.watchfloor.ui.chart.Window;

/**
 * What happened to a check in a span of time; immutable.
 *
 * @param step the shortest time between two points of the series
 */
record Past(Series series, Duration step, List<Span> states, List<Gap> gaps) {
    static final Past NONE = new Past(new Series("", List.of(), 0, ""), Duration.ZERO, List.of(), List.of());

    Past {
        states = List.copyOf(states);
        gaps = List.copyOf(gaps);
    }

    boolean isEmpty() {
        return series.points().isEmpty() && states.isEmpty();
    }

    /** Asks for all parts at once; cancelling the answer cancels them. */
    static CompletableFuture<Past> ask(History history, CheckId check, String metric, Window window, int points) {
        Instant from = window.from();
        Instant to = window.to();
        CompletableFuture<Series> series = history.series(check, metric, from, to, points);
        CompletableFuture<List<Span>> states = history.states(check, from, to);
        CompletableFuture<List<Gap>> gaps = history.gaps(from, to);
        Duration step = window.length().dividedBy(points);
        CompletableFuture<Past> all = series.thenCombine(
                        states, (line, spans) -> new Past(line, step, spans, List.of()))
                .thenCombine(gaps, (past, holes) -> new Past(past.series(), step, past.states(), holes));
        var _ = all.whenComplete((past, problem) -> {
            if (all.isCancelled()) {
                List.of(series, states, gaps).forEach(part -> part.cancel(false));
            }
        });
        return all;
    }
}
