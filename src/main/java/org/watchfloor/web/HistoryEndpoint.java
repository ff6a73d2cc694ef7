package org.watchfloor.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.watchfloor.engine.History;
import org.watchfloor.engine.Snapshots;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.State;

/** The past of one check: its states, one of its metrics, and how much of the time it worked. */
final class HistoryEndpoint {
    static final int MOST_POINTS = 5_000;

    private final Snapshots snapshots;
    private final History history;
    private final InstantSource clock;

    HistoryEndpoint(EnginePorts engine, InstantSource clock) {
        this.snapshots = engine.snapshots();
        this.history = engine.history();
        this.clock = clock;
    }

    Reply answer(Call call) throws InterruptedException {
        CheckId check = Known.check(snapshots.current(), call.checkId()).id();
        Query query = call.query();
        TimeSpan span = query.span("-24h", clock.instant());
        int points = query.integer("points", 300, 1, MOST_POINTS);
        List<History.Metric> metrics = Answers.await(history.metrics(check));
        String metric = query.text("metric").orElse(History.LATENCY);
        if (!metric.equals(History.LATENCY)
                && metrics.stream().noneMatch(known -> known.name().equals(metric))) {
            throw Problem.badParameter("metric", "the check has no such metric; \"metrics\" in the answer lists them");
        }
        CompletableFuture<History.Series> series = history.series(check, metric, span.from(), span.to(), points);
        CompletableFuture<List<History.Span>> states = history.states(check, span.from(), span.to());
        CompletableFuture<Map<CheckId, History.Uptime>> uptime = history.uptime(List.of(check), span.from(), span.to());
        return Reply.ok(new Past(
                check.toString(),
                span.from(),
                span.to(),
                SeriesJson.of(metric, Answers.await(series)),
                Answers.await(states).stream().map(StateJson::of).toList(),
                Optional.ofNullable(Answers.await(uptime).get(check))
                        .map(it -> UptimeJson.of(it, Duration.between(span.from(), span.to()))),
                metrics.stream().map(MetricJson::of).toList()));
    }

    /** Everything about the span that was asked for, {@code to} excluded. */
    record Past(
            String check,
            Instant from,
            Instant to,
            SeriesJson series,
            List<StateJson> states,
            Optional<UptimeJson> uptime,
            List<MetricJson> metrics) {}

    /**
     * A metric over time; steps without data are left out. The latency is given in seconds, any other metric in the unit
     * of its check.
     *
     * @param source {@code raw} samples, or roll-ups of {@code 5m} or {@code 1h}
     */
    record SeriesJson(String metric, String unit, String source, long rawCount, List<PointJson> points) {
        static SeriesJson of(String metric, History.Series series) {
            boolean isLatency = metric.equals(History.LATENCY);
            double factor = isLatency ? 1e-3 : 1;
            return new SeriesJson(
                    metric,
                    isLatency ? "s" : series.unit(),
                    series.source(),
                    series.rawCount(),
                    series.points().stream()
                            .map(point -> PointJson.of(point, factor))
                            .toList());
        }
    }

    /** What happened in the step of time that begins at {@code at}. */
    record PointJson(Instant at, Optional<Double> min, Optional<Double> mean, Optional<Double> max, int count) {
        static PointJson of(History.Point point, double factor) {
            return new PointJson(
                    point.at(),
                    Numbers.finite(point.min() * factor),
                    Numbers.finite(point.mean() * factor),
                    Numbers.finite(point.max() * factor),
                    point.count());
        }
    }

    /** A time in one state. */
    record StateJson(Instant from, Instant to, State state) {
        static StateJson of(History.Span span) {
            return new StateJson(span.from(), span.to(), span.state());
        }
    }

    /**
     * Observed time by state; {@code availability} from 0 to 1 is left out if nothing was observed,
     * {@code unseenShare} is the part of the span, from 0 to 1, in which nothing was.
     */
    record UptimeJson(
            double upSeconds,
            double degradedSeconds,
            double downSeconds,
            double unseenShare,
            Optional<Double> availability) {
        static UptimeJson of(History.Uptime uptime, Duration span) {
            return new UptimeJson(
                    uptime.up(), uptime.degraded(), uptime.down(), uptime.unseen(span), uptime.availability());
        }
    }

    /** A metric that can be asked for. */
    record MetricJson(String name, String unit) {
        static MetricJson of(History.Metric metric) {
            return metric.name().equals(History.LATENCY)
                    ? new MetricJson(metric.name(), "s")
                    : new MetricJson(metric.name(), metric.unit());
        }
    }
}
