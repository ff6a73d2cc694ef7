package org.watchfloor.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.watchfloor.alert.Alert;
import org.watchfloor.engine.History;
import org.watchfloor.incident.Incident;
import org.watchfloor.incident.TimelineEntry;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.Gap;
import org.watchfloor.model.IncidentId;
import org.watchfloor.model.State;
import org.watchfloor.model.Transition;

/** The past that the alerts of {@link AlertScenes} tell of: values that go beyond their limit and come back. */
public final class StoriedHistory implements History {
    private final History usual = new DailyHistory();

    @Override
    public CompletableFuture<Series> series(CheckId check, String metric, Instant from, Instant to, int points) {
        if (metric.equals(LATENCY) && !check.toString().equals("api-4/ready")) {
            return usual.series(check, metric, from, to, points);
        }
        List<Point> all = new ArrayList<>();
        Duration step = Duration.between(from, to).dividedBy(points);
        Duration pace = step.compareTo(Duration.ofSeconds(30)) > 0 ? step : Duration.ofSeconds(30);
        for (Instant at = from; at.isBefore(to) && !at.isAfter(Worlds.NOON); at = at.plus(pace)) {
            double value = value(metric, at);
            double noise = value * 0.06 * Math.sin(at.getEpochSecond() * 0.7);
            all.add(new Point(at, value - Math.abs(noise), value + noise / 2, value + Math.abs(noise) * 1.5, 2));
        }
        String unit = metric.equals(LATENCY) ? "ms" : metric.startsWith("disk") ? "%" : "d";
        return CompletableFuture.completedFuture(new Series(unit, all, 2L * all.size(), "raw"));
    }

    private static double value(String metric, Instant at) {
        double ago = Duration.between(at, Worlds.NOON).toSeconds();
        if (metric.equals(LATENCY)) {
            Alert story = AlertScenes.STORY;
            boolean isSlow =
                    at.isAfter(story.since()) && at.isBefore(story.endedAt().orElseThrow());
            return 240
                    + (isSlow
                            ? 1_020
                                    * Math.min(
                                            1,
                                            Duration.between(story.since(), at).toSeconds() / 90.0)
                            : 0);
        }
        return metric.startsWith("disk") ? 91.4 - ago / 3_000 : 5.9 + ago / 86_400;
    }

    @Override
    public CompletableFuture<List<Span>> states(CheckId check, Instant from, Instant to) {
        Instant fell = Worlds.NOON.minusSeconds(240);
        return check.toString().equals("web-7/front")
                ? CompletableFuture.completedFuture(List.of(
                        new Span(from, fell.minusSeconds(60), State.UP),
                        new Span(fell.minusSeconds(60), fell, State.PENDING),
                        new Span(fell, to, State.DOWN)))
                : usual.states(check, from, to);
    }

    @Override
    public CompletableFuture<List<Metric>> metrics(CheckId check) {
        return usual.metrics(check);
    }

    @Override
    public CompletableFuture<Map<CheckId, Uptime>> uptime(Collection<CheckId> checks, Instant from, Instant to) {
        return usual.uptime(checks, from, to);
    }

    @Override
    public CompletableFuture<List<Incident>> incidents(Instant from, Instant to, int limit) {
        return usual.incidents(from, to, limit);
    }

    @Override
    public CompletableFuture<Optional<Incident>> incident(IncidentId id) {
        return usual.incident(id);
    }

    @Override
    public CompletableFuture<List<TimelineEntry>> timeline(IncidentId incident) {
        return usual.timeline(incident);
    }

    @Override
    public CompletableFuture<List<Transition>> transitionsAfter(long id, int limit) {
        return usual.transitionsAfter(id, limit);
    }

    @Override
    public CompletableFuture<List<Gap>> gaps(Instant from, Instant to) {
        return CompletableFuture.completedFuture(List.of());
    }
}
