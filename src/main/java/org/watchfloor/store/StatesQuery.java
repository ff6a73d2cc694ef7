package org.watchfloor.store;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.watchfloor.engine.History.Span;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.State;

/** Walks the chain of a check's transitions back from the newest one to the state at the beginning of the span. */
final class StatesQuery {
    private final Standings standings;

    StatesQuery(Standings standings) {
        this.standings = standings;
    }

    private record Link(long previous, Instant at, State to) {}

    /** Where the clock ran backwards, the later decision counts. */
    List<Span> answer(Reading reading, CheckId check, Instant from, Instant to) {
        Deque<Span> spans = new ArrayDeque<>();
        Instant end = to;
        Optional<Link> link = link(reading, standings.newest(check));
        while (link.isPresent() && end.isAfter(from)) {
            Instant at = link.get().at();
            Instant begin = at.isAfter(from) ? at : from;
            if (begin.isBefore(end)) {
                add(spans, new Span(begin, end, link.get().to()));
                end = begin;
            }
            link = link(reading, link.get().previous());
        }
        return new ArrayList<>(spans);
    }

    /** Adjoining spans of the same state are one. */
    private static void add(Deque<Span> spans, Span earlier) {
        Span later = spans.peekFirst();
        if (later != null && later.state() == earlier.state()) {
            spans.removeFirst();
            spans.addFirst(new Span(earlier.from(), later.to(), later.state()));
        } else {
            spans.addFirst(earlier);
        }
    }

    private static Optional<Link> link(Reading reading, long id) {
        if (reading.isCancelled().getAsBoolean()) {
            throw new CancellationException();
        }
        return reading.handle()
                .createQuery("select previous_id, at_time, to_state from transition where id = ?")
                .bind(0, id)
                .map((row, _) -> new Link(
                        row.getLong("previous_id"),
                        Nanos.instant(row.getLong("at_time")),
                        State.valueOf(row.getString("to_state"))))
                .findOne();
    }
}
