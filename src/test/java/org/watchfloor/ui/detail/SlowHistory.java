package org.watchfloor.ui.detail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.watchfloor.engine.History;
import org.watchfloor.incident.Incident;
import org.watchfloor.incident.TimelineEntry;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.Gap;
import org.watchfloor.model.IncidentId;
import org.watchfloor.model.Transition;

/** Writes down what series it is asked for and answers when the test says so; all else is answered at once. */
final class SlowHistory implements History {
    private final List<Ask> asks = new ArrayList<>();
    private List<Metric> metrics = List.of();

    /** A question for a series. */
    record Ask(CheckId check, String metric, Instant from, Instant to, int points, CompletableFuture<Series> reply) {
        /** Answers with one point of that value in the middle. */
        void answer(double value) {
            Instant middle = from.plus(java.time.Duration.between(from, to).dividedBy(2));
            reply.complete(new Series("ms", List.of(new Point(middle, value, value, value, 1)), 1, "raw"));
        }

        void answerWithNothing() {
            reply.complete(new Series("ms", List.of(), 0, "raw"));
        }

        void fail(String message) {
            reply.completeExceptionally(new IllegalStateException(message));
        }
    }

    List<Ask> asks() {
        return asks;
    }

    Ask last() {
        return asks.getLast();
    }

    void know(Metric... known) {
        metrics = List.of(known);
    }

    @Override
    public CompletableFuture<Series> series(CheckId check, String metric, Instant from, Instant to, int points) {
        Ask ask = new Ask(check, metric, from, to, points, new CompletableFuture<>());
        asks.add(ask);
        return ask.reply();
    }

    @Override
    public CompletableFuture<List<Span>> states(CheckId check, Instant from, Instant to) {
        return done(List.of());
    }

    @Override
    public CompletableFuture<List<Metric>> metrics(CheckId check) {
        return done(metrics);
    }

    @Override
    public CompletableFuture<Map<CheckId, Uptime>> uptime(Collection<CheckId> checks, Instant from, Instant to) {
        return done(Map.of(checks.iterator().next(), new Uptime(9_990, 0, 10)));
    }

    @Override
    public CompletableFuture<List<Incident>> incidents(Instant from, Instant to, int limit) {
        return done(List.of());
    }

    @Override
    public CompletableFuture<Optional<Incident>> incident(IncidentId id) {
        return done(Optional.empty());
    }

    @Override
    public CompletableFuture<List<TimelineEntry>> timeline(IncidentId incident) {
        return done(List.of());
    }

    @Override
    public CompletableFuture<List<Transition>> transitionsAfter(long id, int limit) {
        return done(List.of());
    }

    @Override
    public CompletableFuture<List<Gap>> gaps(Instant from, Instant to) {
        return done(List.of());
    }

    private static <T> CompletableFuture<T> done(T value) {
        return CompletableFuture.completedFuture(value);
    }
}
