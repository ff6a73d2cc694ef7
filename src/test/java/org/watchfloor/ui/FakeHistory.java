package org.watchfloor.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.watchfloor.engine.History;
import org.watchfloor.incident.Incident;
import org.watchfloor.incident.TimelineEntry;
import org.watchfloor.model.Actor;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.Gap;
import org.watchfloor.model.HostId;
import org.watchfloor.model.IncidentId;
import org.watchfloor.model.State;
import org.watchfloor.model.Transition;

/** A past that is always the same: two incidents of today that are over, the gaps of a suspend and a restart. */
public final class FakeHistory implements History {
    @Override
    public CompletableFuture<List<Span>> states(CheckId check, Instant from, Instant to) {
        Instant fell = from.plus(Duration.between(from, to).dividedBy(2));
        Instant rose = fell.plus(Duration.between(from, to).dividedBy(12));
        return done(List.of(
                new Span(from, fell, State.UP), new Span(fell, rose, State.DOWN), new Span(rose, to, State.UP)));
    }

    @Override
    public CompletableFuture<Series> series(CheckId check, String metric, Instant from, Instant to, int points) {
        List<Point> all = new ArrayList<>();
        for (int i = 0; i < points; i++) {
            double mean = 30 + 12 * Math.sin(i / 9.0) + i % 7;
            Instant at = from.plus(Duration.between(from, to).dividedBy(points).multipliedBy(i));
            all.add(new Point(at, mean - 5, mean, mean + 9, 4));
        }
        return done(new Series("ms", all, 4L * points, "raw"));
    }

    @Override
    public CompletableFuture<List<Metric>> metrics(CheckId check) {
        return done(List.of(new Metric(LATENCY, "ms"), new Metric("cert_days_left", "d"), new Metric("size", "B")));
    }

    @Override
    public CompletableFuture<Map<CheckId, Uptime>> uptime(Collection<CheckId> checks, Instant from, Instant to) {
        Map<CheckId, Uptime> all = new HashMap<>();
        checks.forEach(check -> all.put(check, new Uptime(86_000, 300, Math.floorMod(check.hashCode(), 900))));
        return done(all);
    }

    @Override
    public CompletableFuture<List<Incident>> incidents(Instant from, Instant to, int limit) {
        return done(List.of(over(138, "web-2", 5_400, 150, 1_260), over(137, "db-6", 21_000, 410, 2_340)));
    }

    @Override
    public CompletableFuture<Optional<Incident>> incident(IncidentId id) {
        return incidents(Worlds.NOON, Worlds.NOON, 10)
                .thenApply(
                        all -> all.stream().filter(one -> one.id().equals(id)).findFirst());
    }

    @Override
    public CompletableFuture<List<TimelineEntry>> timeline(IncidentId incident) {
        return done(List.of(
                entry(1, incident, 5_400, TimelineEntry.Kind.FIRST_FAILURE, "connection refused on port 443"),
                entry(2, incident, 5_340, TimelineEntry.Kind.HARD_STATE, "web-2 is down: connection refused"),
                entry(3, incident, 5_339, TimelineEntry.Kind.DIAGNOSED, Diagnosed.REFUSED.text()),
                entry(4, incident, 4_140, TimelineEntry.Kind.RESOLVED, "HTTP 200 in 35 ms")));
    }

    @Override
    public CompletableFuture<List<Transition>> transitionsAfter(long id, int limit) {
        return done(List.of());
    }

    @Override
    public CompletableFuture<List<Gap>> gaps(Instant from, Instant to) {
        return done(List.of(
                new Gap(Worlds.NOON.minusSeconds(40_000), Worlds.NOON.minusSeconds(36_400), Gap.Cause.SUSPENDED),
                new Gap(Worlds.NOON.minusSeconds(9_000), Worlds.NOON.minusSeconds(8_940), Gap.Cause.NOT_RUNNING)));
    }

    private static Incident over(long id, String host, long ago, long toAcknowledge, long toRepair) {
        Instant start = Worlds.NOON.minusSeconds(ago);
        return new Incident(
                new IncidentId(id),
                new HostId(host),
                start,
                start.plusSeconds(60),
                Optional.of(new Incident.Acknowledgement(new Actor("mara"), start.plusSeconds(60 + toAcknowledge))),
                Optional.of(start.plusSeconds(toRepair)),
                Set.of(CheckId.parse(host + (host.startsWith("db") ? "/postgres" : "/front"))),
                host + " is down: connection refused");
    }

    private static TimelineEntry entry(long id, IncidentId incident, long ago, TimelineEntry.Kind kind, String text) {
        return new TimelineEntry(
                id, incident, Worlds.NOON.minusSeconds(ago), kind, Optional.empty(), text, Optional.empty());
    }

    private static <T> CompletableFuture<T> done(T value) {
        return CompletableFuture.completedFuture(value);
    }
}
