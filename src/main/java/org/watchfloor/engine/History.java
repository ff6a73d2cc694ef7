package org.watchfloor.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.watchfloor.config.Threshold;
import org.watchfloor.incident.Incident;
import org.watchfloor.incident.TimelineEntry;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.Gap;
import org.watchfloor.model.IncidentId;
import org.watchfloor.model.State;
import org.watchfloor.model.Transition;

/**
 * The one query of the past. Callable from any thread, the FX thread included: work is done on the store's own
 * threads, and futures complete there. Cancelling a future cancels the query. Times are half-open: [from, to).
 */
public interface History {
    /** The metric name of a check's latency in milliseconds. */
    String LATENCY = Threshold.LATENCY;

    /** The shown states of a check, oldest first, adjoining; time before the first known state is left out. */
    CompletableFuture<List<Span>> states(CheckId check, Instant from, Instant to);

    /**
     * One metric of a check in at most {@code points} equal steps of time, taken from raw samples or roll-ups, whichever
     * is fine enough. Steps without data are absent.
     */
    CompletableFuture<Series> series(CheckId check, String metric, Instant from, Instant to, int points);

    /** The metrics that a check has brought home, latency first, the rest sorted. */
    CompletableFuture<List<Metric>> metrics(CheckId check);

    CompletableFuture<Map<CheckId, Uptime>> uptime(Collection<CheckId> checks, Instant from, Instant to);

    /** Incidents that were open at some time in the span, newest first. */
    CompletableFuture<List<Incident>> incidents(Instant from, Instant to, int limit);

    CompletableFuture<Optional<Incident>> incident(IncidentId id);

    /** In order of time. */
    CompletableFuture<List<TimelineEntry>> timeline(IncidentId incident);

    /** Transitions with a number above the given one, in order. */
    CompletableFuture<List<Transition>> transitionsAfter(long id, int limit);

    CompletableFuture<List<Gap>> gaps(Instant from, Instant to);

    /** A time in one state. */
    record Span(Instant from, Instant to, State state) {}

    /** A metric and its unit. */
    record Metric(String name, String unit) {}

    /** What happened in one step of time. */
    record Point(Instant at, double min, double mean, double max, int count) {}

    /**
     * @param rawCount how many samples stand behind it
     * @param source {@code raw}, {@code 5m} or {@code 1h}
     */
    record Series(String unit, List<Point> points, long rawCount, String source) {
        public Series {
            points = List.copyOf(points);
        }
    }

    /** Observed time by state, in seconds; what is missing to the length of the span was not observed. */
    record Uptime(double up, double degraded, double down) {
        /** Share of the observed time in which the check worked, 0 to 1; empty if nothing was observed. */
        public Optional<Double> availability() {
            double observed = up + degraded + down;
            return observed > 0 ? Optional.of((up + degraded) / observed) : Optional.empty();
        }

        /** Share of the span in which nothing was observed, 0 to 1: gaps, pauses, and the time before the first look. */
        public double unseen(Duration span) {
            return Math.clamp(1 - (up + degraded + down) / Math.max(1, span.toSeconds()), 0, 1);
        }
    }
}
