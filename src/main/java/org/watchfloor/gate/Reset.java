package org.watchfloor.gate;

import java.time.Duration;

/**
 * How long a breaker stays open before it tries again.
 *
 * @param first after it opened, above zero; default 60 s
 * @param growth factor with each reopening after a failed trial, 1 to 10; default 1
 * @param longest never longer than this; default 15 min
 */
public record Reset(Duration first, double growth, Duration longest) {
    public static final Reset DEFAULT = new Reset(Duration.ofSeconds(60), 1, Duration.ofMinutes(15));

    public Reset {
        if (!first.isPositive() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("a reset of " + first + ", at most " + longest);
        }
        if (!(growth >= 1 && growth <= 10)) {
            throw new IllegalArgumentException("a reset grows by a factor of 1 to 10, not " + growth);
        }
    }

    /** @param reopenings failed trials since the breaker was closed last */
    Duration after(int reopenings) {
        double millis = first.toMillis() * Math.pow(growth, reopenings);
        return millis >= longest.toMillis() ? longest : Duration.ofMillis(Math.round(millis));
    }
}
