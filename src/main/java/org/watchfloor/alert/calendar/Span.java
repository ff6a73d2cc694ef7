package org.watchfloor.alert.calendar;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of time, immutable.
 *
 * @param from inclusive
 * @param to exclusive, after {@code from}
 */
public record Span(Instant from, Instant to) {
    public Span {
        if (!to.isAfter(from)) {
            throw new IllegalArgumentException("a span from " + from + " to " + to + " covers nothing");
        }
    }

    static Span lasting(Instant from, Duration length) {
        return new Span(from, from.plus(length));
    }

    public boolean covers(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }

    /** True if some instant lies in both. */
    public boolean meets(Span other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }

    /** Elapsed time. */
    public Duration length() {
        return Duration.between(from, to);
    }
}
