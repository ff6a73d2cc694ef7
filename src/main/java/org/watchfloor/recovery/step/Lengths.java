package org.watchfloor.recovery.step;

import java.time.Duration;

/** Lengths of time as the configuration writes them. Pure functions. */
public final class Lengths {
    private Lengths() {}

    /** {@code 90s}, {@code 1h30m}; {@code 0s} for none. */
    public static String text(Duration length) {
        String text = length.toString().substring(2).toLowerCase(java.util.Locale.ROOT);
        return length.toMillisPart() == 0 ? text : length.toMillis() + "ms";
    }
}
