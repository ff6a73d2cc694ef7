package org.watchfloor.alert.condition;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What has to be kept of a check so that conditions can be evaluated. Immutable.
 *
 * @param windows the metrics with their longest window; zero if only the latest value counts
 * @param age whether the outcome changes as time passes, without any new result
 */
public record Needs(Map<Metric, Duration> windows, boolean age) {
    public static final Needs NOTHING = new Needs(Map.of(), false);

    static final Needs AGE = new Needs(Map.of(), true);

    public Needs {
        windows = Map.copyOf(windows);
    }

    static Needs of(Metric metric, Duration window) {
        return new Needs(Map.of(metric, window), false);
    }

    /** What both need together. */
    public Needs and(Needs other) {
        Map<Metric, Duration> both = new HashMap<>(windows);
        other.windows.forEach((metric, window) -> both.merge(metric, window, Needs::longer));
        return new Needs(both, age || other.age);
    }

    /** Whether there is any window, so that samples have to be kept. */
    public boolean looksBack() {
        return windows.values().stream().anyMatch(Duration::isPositive);
    }

    /** The longest window; zero if there is none. */
    public Duration longest() {
        return windows.values().stream().reduce(Duration.ZERO, Needs::longer);
    }

    /** The span of samples to keep of this metric; zero if its latest value is enough, empty if nobody asks for it. */
    public Optional<Duration> window(String metric) {
        return windows.entrySet().stream()
                .filter(entry -> entry.getKey().matches(metric))
                .map(Map.Entry::getValue)
                .reduce(Needs::longer);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
