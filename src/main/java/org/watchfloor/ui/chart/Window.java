package org.watchfloor.ui.chart;

import java.time.Duration;
import java.time.Instant;

/** A span of time on display; immutable, never shorter than {@link #SHORTEST}. */
public record Window(Instant from, Instant to) {
    public static final Duration SHORTEST = Duration.ofSeconds(10);

    public Window {
        if (Duration.between(from, to).compareTo(SHORTEST) < 0) {
            to = from.plus(SHORTEST);
        }
    }

    public static Window until(Instant to, Duration length) {
        return new Window(to.minus(length), to);
    }

    public Duration length() {
        return Duration.between(from, to);
    }

    /** Shorter (factor below 1) or longer, with the given instant staying where it is. */
    public Window zoomed(double factor, Instant around) {
        return new Window(
                around.minus(scaled(Duration.between(from, around), factor)),
                around.plus(scaled(Duration.between(around, to), factor)));
    }

    /** Moved by a share of its own length; later if positive. */
    public Window moved(double share) {
        Duration by = scaled(length(), share);
        return new Window(from.plus(by), to.plus(by));
    }

    private static Duration scaled(Duration length, double factor) {
        return Duration.ofMillis(Math.round(length.toMillis() * factor));
    }
}
