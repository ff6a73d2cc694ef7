package org.watchfloor.web;

import java.time.Duration;

/** Durations as the outside sees them: decimal seconds. */
final class Seconds {
    private Seconds() {}

    static double of(Duration duration) {
        return duration.getSeconds() + duration.getNano() / 1e9;
    }

    static double ofMillis(double millis) {
        return millis / 1e3;
    }
}
