package org.watchfloor.alert.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.watchfloor.config.Place;

/**
 * Times of the week or year under a name, such as office hours, for routes and escalations. Immutable. It covers what any
 * of its slots covers; a range over midnight belongs to the day on which it begins. Where the clock changes, a time that
 * it skips is the moment of the change, and one that it shows twice is the first of the two.
 */
public final class TimeInterval {
    private static final Duration BLOCK = Duration.ofDays(28);
    /** Two 29 Februaries are at most eight years apart. */
    private static final int BLOCKS = 9 * 14;

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9000-01-01T00:00:00Z");

    private final String id;
    private final List<Slot> slots;
    private final Place place;

    TimeInterval(String id, List<Slot> slots, Place place) {
        this.id = id;
        this.slots = List.copyOf(slots);
        this.place = place;
    }

    public String id() {
        return id;
    }

    public Place place() {
        return place;
    }

    public boolean covers(Instant instant) {
        return isAnswerable(instant) && slots.stream().anyMatch(slot -> slot.covers(instant));
    }

    /** The first instant after the given one at which it begins or ends; empty if there is none within nine years. */
    public Optional<Instant> nextChange(Instant after) {
        if (!isAnswerable(after)) {
            return Optional.empty();
        }
        boolean covered = covers(after);
        return Stream.iterate(after, block -> block.plus(BLOCK))
                .limit(BLOCKS)
                .flatMap(block -> boundaries(block, block.plus(BLOCK)))
                .filter(boundary -> covers(boundary) != covered)
                .findFirst();
    }

    /** Begins and ends of the slots in the stretch (first exclusive, last inclusive), in order. */
    private Stream<Instant> boundaries(Instant from, Instant to) {
        return slots.stream()
                .flatMap(slot -> days(from, to, slot.zone()).flatMap(slot::spans))
                .flatMap(span -> Stream.of(span.from(), span.to()))
                .filter(boundary -> boundary.isAfter(from) && !boundary.isAfter(to))
                .distinct()
                .sorted();
    }

    private static Stream<LocalDate> days(Instant from, Instant to, ZoneId zone) {
        LocalDate first = LocalDate.ofInstant(from, zone).minusDays(1);
        return first.datesUntil(LocalDate.ofInstant(to, zone).plusDays(1));
    }

    private static boolean isAnswerable(Instant instant) {
        return instant.isAfter(EARLIEST) && instant.isBefore(LATEST);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TimeInterval interval
                && interval.id.equals(id)
                && interval.slots.equals(slots)
                && interval.place.equals(place);
    }

    @Override
    public int hashCode() {
        return 31 * id.hashCode() + slots.hashCode();
    }

    @Override
    public String toString() {
        return id;
    }
}
