package org.watchfloor.ui.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.watchfloor.config.Check;
import org.watchfloor.engine.History;
import org.watchfloor.engine.History.Series;
import org.watchfloor.engine.History.Span;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.Gap;
import org.watchfloor.model.State;

/**
 * What happened to a check in a span of time; immutable.
 *
 * @param step the shortest time between two points of the series
 */
public record Past(Series series, Duration step, List<Span> states, List<Gap> gaps) {
    public static final Past NONE = new Past(new Series("", List.of(), 0, ""), Duration.ZERO, List.of(), List.of());

    private static final Duration USUAL_PACE = Duration.ofSeconds(70);

    public Past {
        states = List.copyOf(states);
        gaps = List.copyOf(gaps);
    }

    public boolean isEmpty() {
        return series.points().isEmpty() && states.isEmpty();
    }

    /** Asks for all parts at once; cancelling the answer cancels them. */
    public static CompletableFuture<Past> ask(
            History history, CheckId check, String metric, Window window, int points) {
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

    /**
     * How far apart points are joined: one missed look, or one missing step of the series, breaks no line.
     *
     * @param check as it is configured; empty if it is not any more
     */
    public Duration reach(Optional<Check> check) {
        Duration least = switch (series.source()) {
            case "5m" -> Duration.ofMinutes(5);
            case "1h" -> Duration.ofHours(1);
            default -> check.map(it -> it.every().plus(it.timeout())).orElse(USUAL_PACE);
        };
        return (step.compareTo(least) > 0 ? step : least).multipliedBy(5).dividedBy(2);
    }

    /** Times in which Watchfloor itself was not looking. */
    public List<Window> holes() {
        return gaps.stream()
                .filter(gap -> gap.cause() != Gap.Cause.NETWORK_LOST) // who was out of sight then was STALE
                .map(Past::window)
                .toList();
    }

    /** The holes, and when it was paused or stale: nothing was seen then either. */
    public List<Window> blind() {
        List<Window> blind = new ArrayList<>(holes());
        states.stream()
                .filter(span -> span.state() == State.PAUSED || span.state() == State.STALE)
                .forEach(span -> blind.add(new Window(span.from(), span.to())));
        return blind;
    }

    /** A clock that jumped back leaves the end of a gap before its begin. */
    private static Window window(Gap gap) {
        return gap.to().isBefore(gap.from()) ? new Window(gap.to(), gap.from()) : new Window(gap.from(), gap.to());
    }
}
