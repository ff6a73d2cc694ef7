package org.watchfloor.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchfloor.model.NoticeId;

/**
 * What waits for one channel, in the order of the decisions; at most one is on its way. Immutable.
 *
 * @param sent when the latest ones were handed over, for the rate
 * @param failingSince since when no try has succeeded; empty while all is well
 * @param threads the references of episodes, oldest first, at most {@value #MOST_THREADS}
 */
public record Line(
        List<Posting> waiting,
        Optional<Posting> sending,
        List<Instant> sent,
        Optional<Instant> failingSince,
        Map<String, String> threads) {
    public static final Line EMPTY = new Line(List.of(), Optional.empty(), List.of(), Optional.empty(), Map.of());

    static final int MOST_THREADS = 1_000;

    public Line {
        waiting = List.copyOf(waiting);
        sent = List.copyOf(sent);
        threads = Collections.unmodifiableMap(new LinkedHashMap<>(threads));
    }

    Line with(Posting posting) {
        List<Posting> next = new ArrayList<>(waiting);
        next.add(posting);
        return new Line(next, sending, sent, failingSince, threads);
    }

    Line withWaiting(List<Posting> next) {
        return new Line(next, sending, sent, failingSince, threads);
    }

    /** How many may go out now. */
    int permits(Rate rate, Instant now) {
        Instant begin = now.minus(rate.per());
        return rate.notices()
                - (int) sent.stream().filter(at -> at.isAfter(begin)).count();
    }

    /** The first one, if it may go out now. */
    Optional<Posting> next(Rate rate, Instant now) {
        boolean free = sending.isEmpty() && !waiting.isEmpty() && permits(rate, now) > 0;
        return free ? Optional.of(waiting.getFirst()).filter(head -> !now.isBefore(head.due())) : Optional.empty();
    }

    Line begin(Posting head, Rate rate, Instant now) {
        List<Instant> recent = new ArrayList<>(sent);
        recent.removeIf(at -> !at.isAfter(now.minus(rate.per())));
        recent.add(now);
        return new Line(waiting.subList(1, waiting.size()), Optional.of(head), recent, failingSince, threads);
    }

    Line accepted(Posting posting) {
        Map<String, String> next = new LinkedHashMap<>(threads);
        posting.reference()
                .ifPresent(reference -> next.putIfAbsent(posting.notice().episode(), reference));
        if (next.size() > MOST_THREADS) {
            next.remove(next.keySet().iterator().next());
        }
        return new Line(waiting, Optional.empty(), sent, Optional.empty(), next);
    }

    /** Before all others, so that the order stays. */
    Line backInFront(Posting posting, Instant now) {
        List<Posting> next = new ArrayList<>(waiting);
        next.addFirst(posting);
        return new Line(next, Optional.empty(), sent, failingSince.or(() -> Optional.of(now)), threads);
    }

    Line givenUp(Instant now) {
        return new Line(waiting, Optional.empty(), sent, failingSince.or(() -> Optional.of(now)), threads);
    }

    Line setBack(Duration back) {
        return new Line(
                waiting.stream().map(posting -> posting.setBack(back)).toList(),
                sending.map(posting -> posting.setBack(back)),
                sent.stream().map(at -> at.minus(back)).toList(),
                failingSince.map(at -> at.minus(back)),
                threads);
    }

    boolean isSending(NoticeId notice) {
        return sending.filter(posting -> posting.id().equals(notice)).isPresent();
    }
}
