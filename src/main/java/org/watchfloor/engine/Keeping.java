package org.watchfloor.engine;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.watchfloor.alert.condition.Needs;

/** What has to be read and kept of each check for rules; remembers what was asked. Thread safe. */
public final class Keeping {
    private final Needs needs;
    private final boolean keepsAnything;
    private final Map<String, Optional<Duration>> windows = new ConcurrentHashMap<>();

    public Keeping(Needs needs) {
        this.needs = needs;
        this.keepsAnything = needs.looksBack();
    }

    public boolean keepsAnything() {
        return keepsAnything;
    }

    public boolean wants(String metric) {
        return window(metric).isPresent();
    }

    /** How long samples of the metric are kept; empty if none are. */
    public Optional<Duration> span(String metric) {
        return window(metric).filter(Duration::isPositive);
    }

    private Optional<Duration> window(String metric) {
        return windows.computeIfAbsent(metric, needs::window);
    }
}
