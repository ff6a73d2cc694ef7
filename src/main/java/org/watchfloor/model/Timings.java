package org.watchfloor.model;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** How long each phase took; phases that did not happen are absent. */
public record Timings(Map<Phase, Duration> phases) {
    public static final Timings NONE = new Timings(Map.of());

    public Timings {
        EnumMap<Phase, Duration> ordered = new EnumMap<>(Phase.class);
        ordered.putAll(phases);
        phases = Collections.unmodifiableMap(ordered);
    }
}
