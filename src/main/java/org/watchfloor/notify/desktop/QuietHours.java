package org.watchfloor.notify.desktop;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of each day by the wall clock, over midnight if it begins later than it ends.
 *
 * @param from included
 * @param to excluded, different from {@code from}
 */
record QuietHours(LocalTime from, LocalTime to) {
    private static final Pattern TEXT = Pattern.compile("(\\d{2}:\\d{2})\\s*-\\s*(\\d{2}:\\d{2})");

    /** {@code 22:00-07:00}; empty if it is something else. */
    static Optional<QuietHours> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            QuietHours hours = new QuietHours(LocalTime.parse(matcher.group(1)), LocalTime.parse(matcher.group(2)));
            return Optional.of(hours).filter(found -> !found.from.equals(found.to));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    boolean cover(LocalTime time) {
        boolean begun = !time.isBefore(from);
        boolean notEnded = time.isBefore(to);
        return from.isBefore(to) ? begun && notEnded : begun || notEnded;
    }
}
