package org.watchfloor.alert.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A window that begins again and again and lasts the same elapsed time each time. Immutable. It is never open before
 * the year 1 or after the year 9000.
 *
 * @param zone whose local time the recurrence is written in
 * @param lasts above zero, at most {@link #LONGEST}
 * @param except beginnings that are left out
 */
public record RecurringWindow(Recurrence recurrence, ZoneId zone, Duration lasts, Exclusions except) implements Window {
    public static final Duration LONGEST = Duration.ofDays(366);

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9000-01-01T00:00:00Z");
    private static final Duration FIRST_REACH = Duration.ofHours(1);

    public RecurringWindow {
        if (lasts.isNegative() || lasts.isZero() || lasts.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a window cannot last " + lasts);
        }
    }

    @Override
    public Optional<Span> at(Instant instant) {
        if (!isAnswerable(instant)) {
            return Optional.empty();
        }
        Duration reach = shorter(FIRST_REACH, lasts);
        Optional<Instant> start = lastStart(instant, reach);
        while (start.isEmpty() && reach.compareTo(lasts) < 0) {
            reach = shorter(reach.multipliedBy(4), lasts);
            start = lastStart(instant, reach);
        }
        return start.map(found -> Span.lasting(found, lasts)).filter(span -> span.covers(instant));
    }

    /** Looks back a little first: most starts are near, and a dense rule has many. */
    private Optional<Instant> lastStart(Instant instant, Duration reach) {
        Iterator<Instant> starts = starts(instant.minus(reach));
        Optional<Instant> last = Optional.empty();
        while (starts.hasNext()) {
            Instant start = starts.next();
            if (start.isAfter(instant)) {
                break;
            }
            last = Optional.of(start);
        }
        return last;
    }

    @Override
    public Optional<Span> next(Instant after) {
        Iterator<Instant> starts = starts(after);
        while (starts.hasNext()) {
            Instant start = starts.next();
            if (start.isAfter(after)) {
                return Optional.of(Span.lasting(start, lasts));
            }
        }
        return Optional.empty();
    }

    @Override
    public List<Span> between(Instant from, Instant to, int limit) {
        List<Span> spans = new ArrayList<>();
        Iterator<Instant> starts = starts(clamped(from).minus(lasts));
        while (spans.size() < limit && starts.hasNext()) {
            Span span = Span.lasting(starts.next(), lasts);
            if (!span.from().isBefore(to) || !from.isBefore(to)) {
                break;
            }
            if (span.to().isAfter(from)) {
                spans.add(span);
            }
        }
        return List.copyOf(spans);
    }

    /** All beginnings from the instant on (inclusive), in order, each once. */
    private Iterator<Instant> starts(Instant from) {
        if (from.isAfter(LATEST)) {
            return Collections.emptyIterator();
        }
        Instant first = clamped(from);
        return new ResolvedStarts(recurrence.starts(localBefore(first)), this, first);
    }

    /** A local time before which no start can become this instant or a later one: starts in a gap move forward. */
    private LocalDateTime localBefore(Instant instant) {
        @Nullable ZoneOffsetTransition last = zone.getRules().previousTransition(instant.plusNanos(1));
        boolean movesHere = last != null
                && last.isGap()
                && instant.isBefore(last.getInstant().plus(last.getDuration()));
        return last != null && movesHere ? last.getDateTimeBefore() : LocalDateTime.ofInstant(instant, zone);
    }

    private static boolean isAnswerable(Instant instant) {
        return instant.isAfter(EARLIEST) && instant.isBefore(LATEST);
    }

    private static Instant clamped(Instant instant) {
        return instant.isBefore(EARLIEST) ? EARLIEST : instant.isAfter(LATEST) ? LATEST : instant;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
