package org.watchfloor.web;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** How well a part of Watchfloor itself does; declared best first. */
enum Level {
    HEALTHY,
    DEGRADED,
    UNHEALTHY;

    /** The level of a figure that is bad above its limits; NaN is no reason for concern. */
    static Level above(double value, double degraded, double unhealthy) {
        if (value > unhealthy) {
            return UNHEALTHY;
        }
        return value > degraded ? DEGRADED : HEALTHY;
    }

    static Level worst(Collection<Level> levels) {
        return levels.stream().max(Comparator.naturalOrder()).orElse(HEALTHY);
    }

    int httpStatus() {
        return this == UNHEALTHY ? 503 : 200;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
