package org.watchfloor.alert.calendar;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.watchfloor.config.Place;

/**
 * Who is on call when: people take turns in order, and stand-ins take over for a while. Immutable. The hand-over is at
 * the same local time all year; one that the clock skips is later by the length of the gap, one that it shows twice is at
 * the first of the two.
 */
public final class Rota {
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9000-01-01T00:00:00Z");

    private final String id;
    private final String title;
    private final List<String> people;
    private final Turns turns;
    private final List<StandIn> standIns;
    private final Place place;

    /**
     * @param people at least one, in the order of their turns; the first begins
     * @param standIns do not overlap
     */
    Rota(String id, String title, List<String> people, Turns turns, List<StandIn> standIns, Place place) {
        this.id = id;
        this.title = title;
        this.people = List.copyOf(people);
        this.turns = turns;
        this.standIns = standIns.stream()
                .sorted(Comparator.comparing(standIn -> standIn.span().from()))
                .toList();
        this.place = place;
    }

    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    public List<String> people() {
        return people;
    }

    public ZoneId zone() {
        return turns.zone();
    }

    public Place place() {
        return place;
    }

    /** Who is on call and until when; empty before the first hand-over, unless somebody stands in. */
    public Optional<Shift> onCall(Instant instant) {
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            return Optional.empty();
        }
        return standIns.stream()
                .filter(standIn -> standIn.span().covers(instant))
                .map(standIn -> new Shift(standIn.who(), standIn.span(), Optional.of(standIn)))
                .findFirst()
                .or(() -> turns.at(instant).map(turn -> cut(turn, instant)));
    }

    /** What stand-ins leave of a turn around the instant. */
    private Shift cut(Turns.Turn turn, Instant instant) {
        Instant from = standIns.stream()
                .map(standIn -> standIn.span().to())
                .filter(end -> !end.isAfter(instant) && end.isAfter(turn.span().from()))
                .max(Comparator.naturalOrder())
                .orElse(turn.span().from());
        Instant to = standIns.stream()
                .map(standIn -> standIn.span().from())
                .filter(begin ->
                        begin.isAfter(instant) && begin.isBefore(turn.span().to()))
                .min(Comparator.naturalOrder())
                .orElse(turn.span().to());
        String who = people.get((int) (turn.number() % people.size()));
        return new Shift(who, new Span(from, to), Optional.empty());
    }

    /**
     * The shifts that lie at least partly in the stretch, in order.
     *
     * @param from inclusive
     * @param to exclusive
     * @param limit most shifts to answer; the rest is left out
     */
    public List<Shift> between(Instant from, Instant to, int limit) {
        List<Shift> shifts = new ArrayList<>();
        Optional<Instant> next = Optional.of(from);
        while (next.isPresent() && next.get().isBefore(to) && shifts.size() < limit) {
            Optional<Shift> shift = onCall(next.get());
            shift.ifPresent(shifts::add);
            Optional<Instant> end = shift.map(found -> found.span().to());
            next = end.isPresent() ? end : nextBegin(next.get());
        }
        return List.copyOf(shifts);
    }

    /** Where somebody is on call again after a time without anybody. */
    private Optional<Instant> nextBegin(Instant after) {
        return Stream.concat(
                        Stream.of(turns.begin()),
                        standIns.stream().map(standIn -> standIn.span().from()))
                .filter(begin -> begin.isAfter(after) && begin.isBefore(LATEST))
                .min(Comparator.naturalOrder());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rota rota
                && rota.id.equals(id)
                && rota.title.equals(title)
                && rota.people.equals(people)
                && rota.turns.equals(turns)
                && rota.standIns.equals(standIns)
                && rota.place.equals(place);
    }

    @Override
    public int hashCode() {
        return 31 * id.hashCode() + people.hashCode();
    }

    @Override
    public String toString() {
        return id;
    }
}
