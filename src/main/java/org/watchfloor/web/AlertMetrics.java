package org.watchfloor.web;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.watchfloor.alert.Alert;
import org.watchfloor.engine.AlertState;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.engine.Snapshots;
import org.watchfloor.model.Severity;
import org.watchfloor.notify.Channels;
import org.watchfloor.notify.Line;

/** Alerts and the way to those who are told, made of the current snapshot at each scrape. Safe for many threads. */
final class AlertMetrics implements MultiCollector {
    private final Snapshots snapshots;

    AlertMetrics(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public MetricSnapshots collect() {
        Snapshot now = snapshots.current();
        AlertState alerting = now.state().alerting();
        Channels channels = now.site().section(Channels.class).orElse(Channels.NONE);
        return MetricSnapshots.of(
                alerts(alerting),
                Samples.gauge(
                        "watchfloor_notices_waiting",
                        "Notices that wait to be sent, by channel.",
                        "channel",
                        byChannel(channels, alerting, line -> line.waiting().size())),
                Samples.gauge(
                        "watchfloor_notices_dead",
                        "Notices that were refused or given up and can be sent again.",
                        alerting.outbox().dead().size()),
                Samples.gauge(
                        "watchfloor_channel_failing",
                        "1 if the latest try to send by the channel failed, 0 if all is well.",
                        "channel",
                        byChannel(
                                channels, alerting, line -> line.failingSince().isPresent() ? 1 : 0)));
    }

    /** All combinations, so that no series comes and goes. */
    private static GaugeSnapshot alerts(AlertState alerting) {
        Map<Severity, Map<Alert.Status, Long>> counts = alerting.book()
                .all()
                .collect(Collectors.groupingBy(
                        Alert::severity, Collectors.groupingBy(Alert::status, Collectors.counting())));
        GaugeSnapshot.Builder gauge = GaugeSnapshot.builder()
                .name("watchfloor_alerts")
                .help("Alerts that are pending or firing, by severity.");
        for (Severity severity : Severity.values()) {
            for (Alert.Status status : new Alert.Status[] {Alert.Status.PENDING, Alert.Status.FIRING}) {
                long count = counts.getOrDefault(severity, Map.of()).getOrDefault(status, 0L);
                gauge.dataPoint(GaugeDataPointSnapshot.builder()
                        .labels(Labels.of("severity", word(severity), "status", word(status)))
                        .value((double) count)
                        .build());
            }
        }
        return gauge.build();
    }

    private static Map<String, Double> byChannel(Channels channels, AlertState alerting, ToDoubleFunction<Line> value) {
        Map<String, Double> values = new TreeMap<>();
        channels.byId()
                .keySet()
                .forEach(channel -> values.put(
                        channel.value(), value.applyAsDouble(alerting.outbox().line(channel))));
        return values;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
