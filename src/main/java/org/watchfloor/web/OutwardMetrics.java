package org.watchfloor.web;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.watchfloor.engine.Snapshots;
import org.watchfloor.gate.LimitFigures;
import org.watchfloor.model.PoolFigures;

/** Connections to the world and limits before it, made of the current snapshot at each scrape. Safe for many threads. */
final class OutwardMetrics implements MultiCollector {
    private final Snapshots snapshots;

    OutwardMetrics(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public MetricSnapshots collect() {
        Pools pools = new Pools();
        snapshots.current().figures().outward().pools().forEach(pools::add);
        Limits limits = new Limits();
        snapshots.current().figures().outward().limits().forEach(limits::add);
        List<MetricSnapshot> all = new ArrayList<>(pools.build());
        all.addAll(limits.build());
        return new MetricSnapshots(all);
    }

    /** One family of samples for each figure; confined to one scrape. */
    private static final class Limits {
        private final CounterSnapshot.Builder calls = counter(
                "watchfloor_limit_calls",
                "Calls since the start, by what a limit said: permitted, those of them that waited first, rejected, and"
                        + " forced for calls that were made in spite of it.");
        private final GaugeSnapshot.Builder waiting =
                gauge("watchfloor_limit_waiting", "Calls that wait before a limit now.");
        private final GaugeSnapshot.Builder concurrent =
                gauge("watchfloor_limit_concurrent", "Calls that are under way now, where their number is limited.");

        void add(LimitFigures limit) {
            Labels labels = Labels.of("kind", limit.kind().name().toLowerCase(Locale.ROOT), "name", limit.of());
            calls.dataPoint(count(labels.add("outcome", "permitted"), limit.permitted()));
            calls.dataPoint(count(labels.add("outcome", "waited"), limit.waited()));
            calls.dataPoint(count(labels.add("outcome", "rejected"), limit.rejected()));
            calls.dataPoint(count(labels.add("outcome", "forced"), limit.forced()));
            waiting.dataPoint(point(labels, limit.waiting()));
            if (limit.kind() == LimitFigures.Kind.CONCURRENT) {
                concurrent.dataPoint(point(labels, limit.concurrent()));
            }
        }

        List<MetricSnapshot> build() {
            return List.of(calls.build(), waiting.build(), concurrent.build());
        }
    }

    /** One family of samples for each figure; confined to one scrape. */
    private static final class Pools {
        private final GaugeSnapshot.Builder connections =
                gauge("watchfloor_pool_connections", "Connections that are open, by what they do.");
        private final GaugeSnapshot.Builder waiting =
                gauge("watchfloor_pool_waiting", "Calls that wait for a connection, or for theirs to be opened.");
        private final GaugeSnapshot.Builder mean = gauge(
                "watchfloor_pool_acquisition_mean_seconds",
                "How long calls of the last minute waited for their connection, opening it included: the mean.");
        private final GaugeSnapshot.Builder longest = gauge(
                "watchfloor_pool_acquisition_max_seconds",
                "How long calls of the last minute waited for their connection, opening it included: the longest.");
        private final CounterSnapshot.Builder created =
                counter("watchfloor_pool_created", "Connections opened since the start.");
        private final CounterSnapshot.Builder destroyed =
                counter("watchfloor_pool_destroyed", "Connections closed since the start.");
        private final CounterSnapshot.Builder failed =
                counter("watchfloor_pool_acquisition_errors", "Calls since the start that got no connection.");

        void add(String name, PoolFigures pool) {
            Labels labels = Labels.of("pool", name);
            connections.dataPoint(point(labels.add("state", "active"), pool.active()));
            connections.dataPoint(point(labels.add("state", "idle"), pool.idle()));
            waiting.dataPoint(point(labels, pool.waiting()));
            mean.dataPoint(point(labels, Seconds.of(pool.acquisition().mean())));
            longest.dataPoint(point(labels, Seconds.of(pool.acquisition().longest())));
            created.dataPoint(count(labels, pool.created()));
            destroyed.dataPoint(count(labels, pool.destroyed()));
            failed.dataPoint(count(labels, pool.failed()));
        }

        List<MetricSnapshot> build() {
            return List.of(
                    connections.build(),
                    waiting.build(),
                    mean.build(),
                    longest.build(),
                    created.build(),
                    destroyed.build(),
                    failed.build());
        }
    }

    private static GaugeSnapshot.Builder gauge(String name, String help) {
        return GaugeSnapshot.builder().name(name).help(help);
    }

    private static CounterSnapshot.Builder counter(String name, String help) {
        return CounterSnapshot.builder().name(name).help(help);
    }

    private static GaugeDataPointSnapshot point(Labels labels, double value) {
        return GaugeDataPointSnapshot.builder().labels(labels).value(value).build();
    }

    private static CounterDataPointSnapshot count(Labels labels, long value) {
        return CounterDataPointSnapshot.builder()
                .labels(labels)
                .value((double) value)
                .build();
    }
}
