package org.watchfloor.notify.text;

import java.time.Duration;

/** Durations for people: {@code 45 s}, {@code 12 min}, {@code 1 h 5 min}, {@code 2 d 3 h}. Pure functions. */
final class Span {
    private Span() {}

    static String of(Duration time) {
        if (time.toMinutes() < 1) {
            return Math.max(0, time.toSeconds()) + " s";
        }
        if (time.toHours() < 1) {
            return time.toMinutes() + " min";
        }
        return time.toDays() < 1
                ? two(time.toHours(), "h", time.toMinutesPart(), "min")
                : two(time.toDays(), "d", time.toHoursPart(), "h");
    }

    private static String two(long big, String bigUnit, long small, String smallUnit) {
        return big + " " + bigUnit + (small == 0 ? "" : " " + small + " " + smallUnit);
    }
}
