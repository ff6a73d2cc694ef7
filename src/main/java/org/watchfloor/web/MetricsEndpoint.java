package org.watchfloor.web;

import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.Locale;
import org.watchfloor.config.Features;
import org.watchfloor.engine.Snapshots;

/**
 * {@code /metrics} in the Prometheus text format 0.0.4, or as OpenMetrics 1.0 for whom accepts that.
 */
final class MetricsEndpoint {
    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final ExpositionFormatWriter prometheus = PrometheusTextFormatWriter.builder()
            .setIncludeCreatedTimestamps(false)
            .build();
    private final ExpositionFormatWriter openMetrics = OpenMetricsTextFormatWriter.builder()
            .setCreatedTimestampsEnabled(false)
            .setExemplarsOnAllMetricTypesEnabled(false)
            .build();

    private final Snapshots snapshots;

    MetricsEndpoint(Snapshots snapshots, String version) {
        this.snapshots = snapshots;
        registry.register(new CheckMetrics(snapshots));
        registry.register(new EngineMetrics(snapshots, version));
        registry.register(new AlertMetrics(snapshots));
        registry.register(new GateMetrics(snapshots));
        registry.register(new OutwardMetrics(snapshots));
        registry.register(new JvmMetrics());
    }

    Reply answer(Call call) {
        if (!Features.of(snapshots.current().site()).metrics()) {
            throw Problem.notFound("the configuration says features: { metrics: false }");
        }
        ExpositionFormatWriter writer = isOpenMetrics(call) ? openMetrics : prometheus;
        MetricSnapshots samples = registry.scrape();
        return new Reply.Streamed(writer.getContentType(), out -> writer.write(out, samples));
    }

    private static boolean isOpenMetrics(Call call) {
        return call.header("Accept").orElse("").toLowerCase(Locale.ROOT).contains("application/openmetrics-text");
    }
}
