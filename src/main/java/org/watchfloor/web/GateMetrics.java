package org.watchfloor.web;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.Locale;
import org.watchfloor.engine.Snapshots;
import org.watchfloor.gate.Breaker;
import org.watchfloor.gate.CallCounts;
import org.watchfloor.gate.GateId;
import org.watchfloor.gate.GateState;

/**
 * How breakers stand and what went through them, made of the current snapshot at each scrape. A gate is told of from its
 * first call on, or while it is not closed: seven samples each and at most two gates for a host, which is less than one
 * check of it has. None of its series comes later than the others, so that rates begin at zero. Safe for many threads.
 */
final class GateMetrics implements MultiCollector {
    private final Snapshots snapshots;

    GateMetrics(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public MetricSnapshots collect() {
        Families families = new Families();
        snapshots.current().state().gates().forEach(families::add);
        return MetricSnapshots.of(families.state.build(), families.calls.build(), families.errors.build());
    }

    /** One family of samples for each figure; confined to one scrape. */
    private static final class Families {
        private final GaugeSnapshot.Builder state = GaugeSnapshot.builder()
                .name("circuit_breaker_state")
                .help(
                        "How a breaker stands: 0 closed (also while switched off or only counting), 1 open (also by hand), 2 half-open."
                                + " Breakers without any call that are closed are left out.");
        private final CounterSnapshot.Builder calls = CounterSnapshot.builder()
                .name("watchfloor_breaker_calls")
                .help(
                        "Calls that a breaker saw, by what became of them; fallback counts again those that were answered by something else.");
        private final GaugeSnapshot.Builder errors = GaugeSnapshot.builder()
                .name("watchfloor_breaker_error_ratio")
                .help("The share of the calls made that failed or timed out, from 0 to 1; absent before the first.");

        void add(GateId gate, Breaker breaker) {
            CallCounts counts = breaker.counts();
            GateState stands = GateState.of(breaker);
            if (counts.total() == 0 && stands == GateState.CLOSED) {
                return;
            }
            Labels labels = Labels.of("kind", gate.kind().name().toLowerCase(Locale.ROOT), "name", gate.name());
            state.dataPoint(point(labels, stands.code()));
            call(labels, "successful", counts.successful());
            call(labels, "failed", counts.failed());
            call(labels, "timed_out", counts.timedOut());
            call(labels, "rejected", counts.rejected());
            call(labels, "fallback", counts.fallback());
            if (counts.total() > counts.rejected()) {
                errors.dataPoint(point(labels, counts.errorPercent() / 100));
            }
        }

        private void call(Labels labels, String result, long count) {
            calls.dataPoint(CounterDataPointSnapshot.builder()
                    .labels(labels.add("result", result))
                    .value((double) count)
                    .build());
        }

        private static GaugeDataPointSnapshot point(Labels labels, double value) {
            return GaugeDataPointSnapshot.builder().labels(labels).value(value).build();
        }
    }
}
