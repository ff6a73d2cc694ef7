package org.watchfloor.alert.condition;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.watchfloor.model.State;

/** A check of which a test says what is known. */
final class FakeSight implements Sight {
    static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");

    private final String name;
    private final Map<String, Double> values = new HashMap<>();
    private final Map<String, Samples> samples = new HashMap<>();
    private Optional<State> state = Optional.empty();
    private Instant since = NOW;

    private FakeSight(String name) {
        this.name = name;
    }

    /** Nobody has looked at it. */
    static FakeSight unseen(String name) {
        return new FakeSight(name);
    }

    static FakeSight in(State state, String name) {
        FakeSight sight = new FakeSight(name);
        sight.state = Optional.of(state);
        return sight;
    }

    static FakeSight up() {
        return in(State.UP, "web-1/front");
    }

    FakeSight lasting(Duration age) {
        since = NOW.minus(age);
        return this;
    }

    FakeSight with(String metric, double value) {
        values.put(metric, value);
        return this;
    }

    /** One sample each step, the last one now. */
    FakeSight over(String metric, Duration step, double... history) {
        return overUntil(NOW, metric, step, history);
    }

    FakeSight overUntil(Instant last, String metric, Duration step, double... history) {
        Samples kept = Samples.NONE;
        Instant at = last.minus(step.multipliedBy(history.length - 1));
        for (double value : history) {
            kept = kept.with(at, value, Duration.ofHours(24));
            at = at.plus(step);
        }
        samples.put(metric, kept);
        return this;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<State> state() {
        return state;
    }

    @Override
    public Instant since() {
        return since;
    }

    @Override
    public double value(String metric) {
        return values.getOrDefault(metric, Double.NaN);
    }

    @Override
    public Samples samples(String metric) {
        return samples.getOrDefault(metric, Samples.NONE);
    }

    @Override
    public Collection<String> metrics() {
        Collection<String> metrics = new TreeSet<>(values.keySet());
        metrics.addAll(samples.keySet());
        return metrics;
    }
}
