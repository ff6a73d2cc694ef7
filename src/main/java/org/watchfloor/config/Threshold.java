package org.watchfloor.config;

import java.util.Optional;

/**
 * Limits on one metric. A limit that is exceeded makes an otherwise good result DEGRADED or DOWN.
 *
 * @param metric a measurement's name, or {@code latency} (milliseconds)
 * @param direction whether high or low values are bad
 */
public record Threshold(String metric, Direction direction, Optional<Double> degraded, Optional<Double> down) {
    public static final String LATENCY = "latency";

    /** Which side of the limit is bad. */
    public enum Direction {
        ABOVE,
        BELOW;

        public boolean isBeyond(double value, double limit) {
            return this == ABOVE ? value > limit : value < limit;
        }
    }
}
