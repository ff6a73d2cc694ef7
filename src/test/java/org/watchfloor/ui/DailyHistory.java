package org.watchfloor.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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
import org.watchfloor.model.State;
import org.watchfloor.model.Transition;

/** A past as operators know it: busy days, quiet nights, noise, an outage, a time when nobody looked. Always the same. */
public final class DailyHistory implements History {
    private static final Instant BEGIN = Worlds.NOON.minus(Duration.ofDays(200));
    private static final List<Gap> GAPS = List.of(
            gap(Duration.ofMinutes(33), Duration.ofMinutes(28), Gap.Cause.NOT_RUNNING),
            gap(Duration.ofHours(11), Duration.ofHours(10), Gap.Cause.SUSPENDED),
            gap(Duration.ofDays(61), Duration.ofDays(57), Gap.Cause.NOT_RUNNING));
    private static final List<Span> TROUBLE = List.of(
            trouble(Duration.ofDays(90), Duration.ofDays(89), State.DOWN),
            trouble(Duration.ofDays(12), Duration.ofDays(12).minusHours(9), State.DOWN),
            trouble(Duration.ofHours(19), Duration.ofHours(18), State.DEGRADED),
            trouble(Duration.ofHours(5), Duration.ofHours(4).plusMinutes(20), State.DOWN),
            trouble(Duration.ofMinutes(50), Duration.ofMinutes(44), State.DEGRADED),
            trouble(Duration.ofMinutes(44), Duration.ofMinutes(42), State.PENDING),
            trouble(Duration.ofMinutes(4), Duration.ZERO, State.DOWN));

    @Override
    public CompletableFuture<List<Span>> states(CheckId check, Instant from, Instant to) {
        List<Span> all = new ArrayList<>();
        Instant at = BEGIN;
        for (Span bad : check.name().equals("front") ? TROUBLE : List.<Span>of()) {
            all.add(new Span(at, bad.from(), State.UP));
            all.add(bad);
            at = bad.to();
        }
        if (at.isBefore(Worlds.NOON)) {
            all.add(new Span(at, Worlds.NOON.plusSeconds(600), State.UP));
        }
        return done(all.stream()
                .filter(span -> span.from().isBefore(to) && span.to().isAfter(from))
                .map(span -> new Span(later(span.from(), from), earlier(span.to(), to), span.state()))
                .filter(span -> span.from().isBefore(span.to()))
                .toList());
    }

    @Override
    public CompletableFuture<Series> series(CheckId check, String metric, Instant from, Instant to, int points) {
        Duration length = Duration.between(from, to);
        Duration least = length.toDays() > 90
                ? Duration.ofHours(1)
                : length.toDays() > 7 ? Duration.ofMinutes(5) : Duration.ofSeconds(30);
        Duration step = least.compareTo(length.dividedBy(points)) > 0 ? least : length.dividedBy(points);
        int count = (int) Math.max(1, step.dividedBy(Duration.ofSeconds(30)));
        List<Point> all = new ArrayList<>();
        for (Instant at = from; at.isBefore(to); at = at.plus(step)) {
            if (isObserved(check, at)) {
                all.add(point(metric, at, count));
            }
        }
        String source = least.toMinutes() < 1 ? "raw" : least.toHours() < 1 ? "5m" : "1h";
        return done(new Series(unit(metric), all, (long) count * all.size(), source));
    }

    private static Point point(String metric, Instant at, int count) {
        double noise = noise(at.getEpochSecond());
        if (metric.equals("cert_days_left")) {
            double days = 61 + Duration.between(at, Worlds.NOON).toHours() / 24.0;
            return new Point(at, days % 90, days % 90, days % 90, count);
        }
        double scale = metric.equals("size") ? 500 : 1;
        double hour = at.getEpochSecond() / 3_600.0 % 24;
        double mean = 95 + 60 * Math.sin((hour - 9) / 24 * 2 * Math.PI) + 22 * noise + 6 * Math.sin(hour * 5);
        if (stateAt(at) == State.DEGRADED) {
            mean += 560 + 190 * noise;
        }
        double spread = count == 1 ? 0 : 14 + 26 * Math.abs(noise(at.getEpochSecond() + 7));
        double spike = count > 1 && noise(at.getEpochSecond() + 3) > 0.93 ? 340 : 0;
        return new Point(
                at, scale * Math.max(4, mean - spread), scale * mean, scale * (mean + 2 * spread + spike), count);
    }

    private static double noise(long seed) {
        long mixed = (seed ^ 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 29) * 0x94D049BB133111EBL;
        return (mixed >>> 11) * 0x1.0p-52 - 1;
    }

    private static boolean isObserved(CheckId check, Instant at) {
        boolean failed = check.name().equals("front") && stateAt(at) == State.DOWN;
        return !at.isBefore(BEGIN)
                && !failed
                && GAPS.stream().noneMatch(gap -> !at.isBefore(gap.from()) && at.isBefore(gap.to()));
    }

    private static State stateAt(Instant at) {
        return TROUBLE.stream()
                .filter(span -> !at.isBefore(span.from()) && at.isBefore(span.to()))
                .map(Span::state)
                .findFirst()
                .orElse(State.UP);
    }

    private static String unit(String metric) {
        return switch (metric) {
            case "cert_days_left" -> "d";
            case "size" -> "B";
            default -> "ms";
        };
    }

    @Override
    public CompletableFuture<List<Metric>> metrics(CheckId check) {
        return done(List.of(
                new Metric(LATENCY, "ms"),
                new Metric("cert_days_left", "d"),
                new Metric("phase.first_byte", "ms"),
                new Metric("size", "B")));
    }

    @Override
    public CompletableFuture<Map<CheckId, Uptime>> uptime(Collection<CheckId> checks, Instant from, Instant to) {
        Map<CheckId, Uptime> all = new HashMap<>();
        double length = Duration.between(from, to).toSeconds();
        checks.forEach(check -> all.put(check, new Uptime(length - 2_640, 300, 2_340)));
        return done(all);
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
        return done(GAPS.stream()
                .filter(gap -> gap.from().isBefore(to) && gap.to().isAfter(from))
                .toList());
    }

    private static Gap gap(Duration fromAgo, Duration toAgo, Gap.Cause cause) {
        return new Gap(Worlds.NOON.minus(fromAgo), Worlds.NOON.minus(toAgo), cause);
    }

    private static Span trouble(Duration fromAgo, Duration toAgo, State state) {
        return new Span(
                Worlds.NOON.minus(fromAgo), Worlds.NOON.minus(toAgo).plusSeconds(toAgo.isZero() ? 600 : 0), state);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static <T> CompletableFuture<T> done(T value) {
        return CompletableFuture.completedFuture(value);
    }
}
