package org.watchfloor.alert.calendar;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When something planned takes place: once, or again and again. Immutable; every question costs well below a
 * millisecond for usual windows, whatever the date asked for and however long ago the window began.
 *
 * <p>Rules of local time, as in RFC 5545, 3.3.5: a local time that the clock skips is moved forward by the length of the
 * gap, one that the clock shows twice is the first of the two. A duration is elapsed time: a window of two hours that
 * begins an hour before the clock changes lasts two hours, though the clock on the wall shows one or three.
 */
public sealed interface Window permits FixedWindow, RecurringWindow {
    /** The occurrence that covers the instant; if several do, the one that began last. */
    Optional<Span> at(Instant instant);

    /** The first occurrence that begins after the instant. */
    Optional<Span> next(Instant after);

    /**
     * The occurrences that lie at least partly in the stretch, in order of their beginning.
     *
     * @param from inclusive
     * @param to exclusive
     * @param limit most occurrences to answer; the rest is left out
     */
    List<Span> between(Instant from, Instant to, int limit);
}
