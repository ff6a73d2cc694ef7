package org.watchfloor.web;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.Quantile;
import io.prometheus.metrics.model.snapshots.Quantiles;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;
import io.prometheus.metrics.model.snapshots.SummarySnapshot.SummaryDataPointSnapshot;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.watchfloor.engine.EngineFigures;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.engine.Snapshots;
import org.watchfloor.engine.StoreFigures;

/** How the engine itself does, made of the current snapshot at each scrape. Safe for many threads. */
final class EngineMetrics implements MultiCollector {
    private final Snapshots snapshots;
    private final String version;

    EngineMetrics(Snapshots snapshots, String version) {
        this.snapshots = snapshots;
        this.version = version;
    }

    @Override
    public MetricSnapshots collect() {
        Snapshot now = snapshots.current();
        MetricSnapshots.Builder all = MetricSnapshots.builder();
        addSite(all, now);
        addWork(all, now.figures());
        addStore(all, now.figures().store());
        return all.build();
    }

    private void addSite(MetricSnapshots.Builder all, Snapshot now) {
        all.metricSnapshot(build());
        all.metricSnapshot(Samples.gauge(
                "watchfloor_start_time_seconds",
                "When the engine started, in Unix time.",
                now.figures().startedAt().toEpochMilli() / 1e3));
        all.metricSnapshot(Samples.gauge(
                "watchfloor_snapshot_timestamp_seconds",
                "When the engine last published its state, in Unix time.",
                now.at().toEpochMilli() / 1e3));
        all.metricSnapshot(Samples.gauge(
                "watchfloor_hosts",
                "Hosts that are configured.",
                now.site().hosts().size()));
        all.metricSnapshot(Samples.gauge(
                "watchfloor_checks", "Checks that are configured.", now.checks().size()));
        all.metricSnapshot(Samples.gauge(
                "watchfloor_incidents_open",
                "Incidents that are open.",
                now.openIncidents().size()));
        all.metricSnapshot(Samples.gauge(
                "watchfloor_config_problems",
                "Problems of the configuration on disk; above 0 the one before stays in force.",
                now.state().configProblems().size()));
    }

    private static void addWork(MetricSnapshots.Builder all, EngineFigures figures) {
        all.metricSnapshot(Samples.counter(
                "watchfloor_results", "Results of checks since the start.", (double) figures.results()));
        all.metricSnapshot(
                Samples.counter("watchfloor_late", "Runs that began more than a second after their due time.", (double)
                        figures.late()));
        all.metricSnapshot(
                Samples.counter("watchfloor_skipped", "Runs left out because the one before had not ended.", (double)
                        figures.skipped()));
        all.metricSnapshot(lag(figures.lag()));
        all.metricSnapshot(
                Samples.gauge("watchfloor_inbox_events", "Events that wait for a decision.", figures.inbox()));
        all.metricSnapshot(Samples.gauge(
                "watchfloor_inbox_capacity_events", "Events that may wait for a decision.", figures.inboxCapacity()));
        all.metricSnapshot(lanes("running", "Checks that run now, by probe.", figures, EngineFigures.Lane::running));
        all.metricSnapshot(lanes(
                "waiting",
                "Checks that are due and wait for a permit, by probe.",
                figures,
                EngineFigures.Lane::waiting));
        all.metricSnapshot(
                lanes("limit", "Checks that may run at once, by probe.", figures, EngineFigures.Lane::limit));
    }

    private static void addStore(MetricSnapshots.Builder all, StoreFigures store) {
        all.metricSnapshot(
                Samples.gauge("watchfloor_store_size_bytes", "Size of the database on disk.", (double) store.bytes()));
        all.metricSnapshot(
                Samples.gauge("watchfloor_store_queued_rows", "Rows that wait to be written.", store.queued()));
        all.metricSnapshot(Samples.counter(
                "watchfloor_store_written_rows", "Rows written since the start.", (double) store.written()));
        all.metricSnapshot(Samples.counter(
                "watchfloor_store_thinned_samples", "Raw samples dropped under pressure since the start.", (double)
                        store.thinned()));
        all.metricSnapshot(Samples.gauge(
                "watchfloor_store_last_flush_seconds",
                "How long the last flush took.",
                Seconds.ofMillis(store.flushMillis())));
        all.metricSnapshot(Samples.gauge(
                "watchfloor_store_up",
                "1 if the store works, 0 if it has trouble.",
                store.trouble().isEmpty() ? 1 : 0));
    }

    private InfoSnapshot build() {
        return InfoSnapshot.builder()
                .name("watchfloor_build")
                .help("The version of Watchfloor and of the Java that it runs on.")
                .dataPoint(InfoDataPointSnapshot.builder()
                        .labels(Labels.of("java", Runtime.version().toString(), "version", version))
                        .build())
                .build();
    }

    private static SummarySnapshot lag(EngineFigures.Lag lag) {
        return SummarySnapshot.builder()
                .name("watchfloor_lag_seconds")
                .help("How late the runs of the last minute began; quantile 1 is the latest.")
                .dataPoint(SummaryDataPointSnapshot.builder()
                        .quantiles(Quantiles.of(
                                new Quantile(0.5, Seconds.ofMillis(lag.p50())),
                                new Quantile(0.99, Seconds.ofMillis(lag.p99())),
                                new Quantile(1, Seconds.ofMillis(lag.max()))))
                        .build())
                .build();
    }

    private static GaugeSnapshot lanes(
            String what, String help, EngineFigures figures, ToIntFunction<EngineFigures.Lane> value) {
        Map<String, Double> values = new TreeMap<>();
        figures.lanes().forEach((probe, lane) -> values.put(probe, (double) value.applyAsInt(lane)));
        return Samples.gauge("watchfloor_lane_" + what, help, "probe", values);
    }
}
