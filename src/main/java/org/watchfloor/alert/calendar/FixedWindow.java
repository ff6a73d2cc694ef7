package org.watchfloor.alert.calendar;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A window that takes place once. Immutable. */
public record FixedWindow(Span span) implements Window {
    @Override
    public Optional<Span> at(Instant instant) {
        return Optional.of(span).filter(found -> found.covers(instant));
    }

    @Override
    public Optional<Span> next(Instant after) {
        return Optional.of(span).filter(found -> found.from().isAfter(after));
    }

    @Override
    public List<Span> between(Instant from, Instant to, int limit) {
        boolean meets = from.isBefore(to) && span.from().isBefore(to) && from.isBefore(span.to());
        return meets && limit > 0 ? List.of(span) : List.of();
    }
}
