package org.watchfloor.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.watchfloor.alert.condition.Samples;
import org.watchfloor.alert.condition.Sight;
import org.watchfloor.config.Threshold;
import org.watchfloor.health.CheckHealth;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.Measurement;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.Phase;
import org.watchfloor.model.State;

/** One check as conditions see it. */
record CheckSight(CheckHealth health, Map<String, Samples> kept) implements Sight {
    private static final Map<Phase, String> NAMES = names();
    private static final Map<String, Phase> PHASES =
            NAMES.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

    @Override
    public String name() {
        return health.check().toString();
    }

    @Override
    public Optional<State> state() {
        return health.last().isEmpty() && health.state() == State.UNKNOWN
                ? Optional.empty()
                : Optional.of(health.state());
    }

    @Override
    public Instant since() {
        return health.since();
    }

    @Override
    public double value(String metric) {
        if (metric.equals(FLAPPING)) {
            return health.flaps().isFlapping() ? 1 : 0;
        }
        return health.last().isEmpty()
                ? Double.NaN
                : value(metric, health.last().get());
    }

    static double value(String metric, CheckResult result) {
        if (metric.equals(Threshold.LATENCY)) {
            return isAnswer(result) ? result.latency().toNanos() / 1e6 : Double.NaN;
        }
        if (metric.equals(FAILED)) {
            return isAnswer(result) ? 0 : 1;
        }
        List<Measurement> measurements = result.observation().measurements();
        for (int index = 0; index < measurements.size(); index++) {
            if (measurements.get(index).name().equals(metric)) {
                return measurements.get(index).value();
            }
        }
        Phase phase = PHASES.get(metric);
        var took =
                phase == null ? null : result.observation().timings().phases().get(phase);
        return took == null ? Double.NaN : took.toNanos() / 1e6;
    }

    static boolean isAnswer(CheckResult result) {
        return result.outcome() instanceof Outcome.Up || result.outcome() instanceof Outcome.Degraded;
    }

    @Override
    public Samples samples(String metric) {
        return kept.getOrDefault(metric, Samples.NONE);
    }

    @Override
    public Collection<String> metrics() {
        Set<String> names = new LinkedHashSet<>(kept.keySet());
        health.last().ifPresent(result -> names.addAll(names(result)));
        return names;
    }

    /** All that one result has a value of. */
    static List<String> names(CheckResult result) {
        List<String> names = new ArrayList<>();
        names.add(Threshold.LATENCY);
        names.add(FAILED);
        result.observation().measurements().forEach(measurement -> names.add(measurement.name()));
        result.observation().timings().phases().keySet().forEach(phase -> names.add(NAMES.get(phase)));
        return names;
    }

    private static Map<Phase, String> names() {
        Map<Phase, String> names = new EnumMap<>(Phase.class);
        for (Phase phase : Phase.values()) {
            names.put(phase, phase.metric());
        }
        return names;
    }
}
