package org.watchfloor.ui;

import java.time.Instant;
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

/** A past of which nothing is on record. */
public final class NoHistory implements History {
    @Override
    public CompletableFuture<List<Span>> states(CheckId check, Instant from, Instant to) {
        return CompletableFuture.completedFuture(List.of());
    }

    @Override
    public CompletableFuture<Series> series(CheckId check, String metric, Instant from, Instant to, int points) {
        return CompletableFuture.completedFuture(new Series("", List.of(), 0, ""));
    }

    @Override
    public CompletableFuture<List<Metric>> metrics(CheckId check) {
        return CompletableFuture.completedFuture(List.of());
    }

    @Override
    public CompletableFuture<Map<CheckId, Uptime>> uptime(Collection<CheckId> checks, Instant from, Instant to) {
        return CompletableFuture.completedFuture(Map.of());
    }

    @Override
    public CompletableFuture<List<Incident>> incidents(Instant from, Instant to, int limit) {
        return CompletableFuture.completedFuture(List.of());
    }

    @Override
    public CompletableFuture<Optional<Incident>> incident(IncidentId id) {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    @Override
    public CompletableFuture<List<TimelineEntry>> timeline(IncidentId incident) {
        return CompletableFuture.completedFuture(List.of());
    }

    @Override
    public CompletableFuture<List<Transition>> transitionsAfter(long id, int limit) {
        return CompletableFuture.completedFuture(List.of());
    }

    @Override
    public CompletableFuture<List<Gap>> gaps(Instant from, Instant to) {
        return CompletableFuture.completedFuture(List.of());
    }
}
