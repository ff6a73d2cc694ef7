package org.watchfloor.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A span of time that a caller asked for, half-open. */
record TimeSpan(Instant from, Instant to) {
    private static final Pattern RELATIVE = Pattern.compile("-(?:[0-9]{1,6}[smhdw])+");
    private static final Pattern LENGTH = Pattern.compile("(?:[0-9]{1,6}[smhdw])+");
    private static final Pattern PART = Pattern.compile("([0-9]+)([smhdw])");
    private static final Map<String, Duration> UNITS = Map.of(
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1),
            "w", Duration.ofDays(7));
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    /** ISO 8601 with offset, {@code now}, or a relative form such as {@code -24h} or {@code -1d12h}. */
    static Instant instant(String parameter, String text, Instant now) {
        try {
            Instant instant = parsed(text, now);
            if (!instant.isBefore(EARLIEST) && instant.isBefore(LATEST)) {
                return instant;
            }
        } catch (DateTimeException | ArithmeticException e) {
            throw notATime(parameter);
        }
        throw notATime(parameter);
    }

    /** A length of time such as {@code 30m} or {@code 1d12h}, up to 366 days. */
    static Duration length(String parameter, String text) {
        Duration length = LENGTH.matcher(text).matches() && text.length() <= 100 ? length(text) : Duration.ZERO;
        if (length.isZero() || length.compareTo(LONGEST) > 0) {
            throw Problem.badParameter(parameter, "must be a length of time such as 30m, 2h or 1d12h, at most 366d");
        }
        return length;
    }

    private static Instant parsed(String text, Instant now) {
        if (text.equals("now")) {
            return now;
        }
        if (RELATIVE.matcher(text).matches()) {
            return now.minus(length(text));
        }
        // an offset's plus sign that was not encoded arrives as a space
        return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
    }

    private static Duration length(String text) {
        Duration length = Duration.ZERO;
        Matcher part = PART.matcher(text);
        while (part.find()) {
            length = length.plus(
                    UNITS.getOrDefault(part.group(2), Duration.ZERO).multipliedBy(Long.parseLong(part.group(1))));
        }
        return length;
    }

    private static Problem notATime(String parameter) {
        return Problem.badParameter(parameter, "must be a time such as 2026-01-05T09:00:00+01:00, now, -24h or -1d12h");
    }
}
