package org.watchfloor.engine.backtest;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.watchfloor.alert.condition.Needs;

/** What has to be read and kept of each check for a rule; remembers what was asked. Thread safe. */
final class Keeping {
    private final Needs needs;
    private final boolean keepsAnything;
    private final Map<String, Optional<Duration>> windows = new ConcurrentHashMap<>();

    Keeping(Needs needs) {
        this.needs = needs;
        this.keepsAnything = needs.windows().values().stream().anyMatch(Duration::isPositive);
    }

    boolean keepsAnything() {
        return keepsAnything;
    }

    boolean wants(String metric) {
        return window(metric).isPresent();
    }

    /** How long samples of the metric are kept; empty if none are. */
    Optional<Duration> span(String metric) {
        return window(metric).filter(Duration::isPositive);
    }

    private Optional<Duration> window(String metric) {
        return windows.computeIfAbsent(metric, needs::window);
    }
}
