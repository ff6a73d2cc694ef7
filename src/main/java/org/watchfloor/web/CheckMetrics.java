package org.watchfloor.web;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.engine.Snapshots;
import org.watchfloor.health.CheckHealth;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.Measurement;
import org.watchfloor.model.Phase;
import org.watchfloor.model.State;

/** What the checks say, made of the current snapshot at each scrape. Safe for many threads. */
final class CheckMetrics implements MultiCollector {
    private static final State[] STATES = State.values();

    private final Snapshots snapshots;

    CheckMetrics(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public MetricSnapshots collect() {
        Snapshot now = snapshots.current();
        Families families = new Families();
        now.checks().forEach(families::add);
        return families.build();
    }

    /** One family of samples for each figure; confined to one scrape. */
    private static final class Families {
        private final GaugeSnapshot.Builder state = gauge(
                "watchfloor_check_state", "The state that a check is shown in: 1 for that state, 0 for the others.");
        private final GaugeSnapshot.Builder up = gauge(
                "watchfloor_check_up",
                "1 if the check worked when last confirmed (up or degraded), 0 if it was down; absent while unknown, stale or paused.");
        private final GaugeSnapshot.Builder latency =
                gauge("watchfloor_check_latency_seconds", "How long the latest run of a check took.");
        private final GaugeSnapshot.Builder lateness = gauge(
                "watchfloor_check_lateness_seconds", "How long after its due time the latest run of a check began.");
        private final GaugeSnapshot.Builder phases =
                gauge("watchfloor_check_phase_seconds", "How long each phase of the latest run of a check took.");
        private final GaugeSnapshot.Builder lastRun = gauge(
                "watchfloor_check_last_run_timestamp_seconds", "When the latest run of a check began, in Unix time.");
        private final GaugeSnapshot.Builder measurements = gauge(
                "watchfloor_check_measurement",
                "A figure that the latest run of a check brought home, in the unit of its label; milliseconds are turned into seconds.");

        void add(CheckHealth health) {
            Labels check = Labels.of(
                    "check",
                    health.check().name(),
                    "host",
                    health.check().host().value());
            for (State any : STATES) {
                state.dataPoint(point(check.add("state", word(any)), any == health.state() ? 1 : 0));
            }
            if (isConfirmed(health)) {
                up.dataPoint(point(check, health.hard() == State.DOWN ? 0 : 1));
            }
            health.last().ifPresent(last -> addResult(check, last));
        }

        private void addResult(Labels check, CheckResult last) {
            latency.dataPoint(point(check, Seconds.of(last.latency())));
            lateness.dataPoint(point(check, Seconds.of(last.lateness())));
            lastRun.dataPoint(point(check, last.startedAt().toEpochMilli() / 1e3));
            last.observation()
                    .timings()
                    .phases()
                    .forEach((phase, length) ->
                            phases.dataPoint(point(check.add("phase", word(phase)), Seconds.of(length))));
            byName(last.observation().measurements()).values().forEach(measured -> addMeasurement(check, measured));
        }

        private void addMeasurement(Labels check, Measurement measured) {
            boolean isMillis = measured.unit().equals("ms");
            Labels labels = check.merge(Labels.of("name", measured.name(), "unit", isMillis ? "s" : measured.unit()));
            measurements.dataPoint(point(labels, isMillis ? measured.value() / 1e3 : measured.value()));
        }

        MetricSnapshots build() {
            return MetricSnapshots.of(
                    state.build(),
                    up.build(),
                    latency.build(),
                    lateness.build(),
                    lastRun.build(),
                    phases.build(),
                    measurements.build());
        }

        /** A check that gives a name twice would otherwise spoil the whole scrape. */
        private static Map<String, Measurement> byName(Iterable<Measurement> measurements) {
            Map<String, Measurement> byName = new LinkedHashMap<>();
            measurements.forEach(measured -> byName.put(measured.name(), measured));
            return byName;
        }

        private static boolean isConfirmed(CheckHealth health) {
            return health.hard() != State.UNKNOWN
                    && switch (health.state()) {
                        case UNKNOWN, STALE, PAUSED -> false;
                        case DOWN, UNREACHABLE, DEGRADED, PENDING, UP -> true;
                    };
        }

        private static GaugeSnapshot.Builder gauge(String name, String help) {
            return GaugeSnapshot.builder().name(name).help(help);
        }

        private static GaugeDataPointSnapshot point(Labels labels, double value) {
            return GaugeDataPointSnapshot.builder().labels(labels).value(value).build();
        }

        private static String word(State state) {
            return state.name().toLowerCase(Locale.ROOT);
        }

        private static String word(Phase phase) {
            return phase.name().toLowerCase(Locale.ROOT);
        }
    }
}
