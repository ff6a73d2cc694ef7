package org.watchfloor.alert.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The regular turns of a rota: they change every some days at a local time. Immutable.
 *
 * @param first the first hand-over
 * @param days between two of them, 1 to 3660
 */
record Turns(LocalDateTime first, int days, ZoneId zone) {
    /** A turn, counted from 0. */
    record Turn(long number, Span span) {}

    /** Empty before the first hand-over. */
    Optional<Turn> at(Instant instant) {
        LocalDate day = LocalDate.ofInstant(instant, zone);
        long estimate = Math.floorDiv(ChronoUnit.DAYS.between(first.toLocalDate(), day), days);
        long number = begin(estimate + 1).isAfter(instant) ? estimate : estimate + 1;
        number = begin(number).isAfter(instant) ? number - 1 : number;
        return number < 0
                ? Optional.empty()
                : Optional.of(new Turn(number, new Span(begin(number), begin(number + 1))));
    }

    Instant begin() {
        return begin(0);
    }

    private Instant begin(long number) {
        return first.plusDays(number * days).atZone(zone).toInstant();
    }
}
