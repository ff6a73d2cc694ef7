package org.watchfloor.alert.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The instants of local starts, in order and each once, from an instant on. Starts that the clock skips move forward and
 * may meet or pass those behind the gap. Confined to one query.
 */
final class ResolvedStarts implements Iterator<Instant> {
    private final Iterator<LocalDateTime> locals;
    private final RecurringWindow window;
    private final Instant first;
    private final Instant last;
    private final Deque<Instant> ready = new ArrayDeque<>();

    /** @param first inclusive */
    ResolvedStarts(Iterator<LocalDateTime> locals, RecurringWindow window, Instant first) {
        this.locals = locals;
        this.window = window;
        this.first = first;
        this.last = window.recurrence().until().orElse(Instant.MAX);
    }

    @Override
    public boolean hasNext() {
        boolean isOver = false;
        while (ready.isEmpty() && !isOver && locals.hasNext()) {
            isOver = fill(locals.next());
        }
        return !ready.isEmpty() && !ready.element().isAfter(last);
    }

    @Override
    public Instant next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no start is left");
        }
        return ready.remove();
    }

    /** True if no later start can be within the limits. */
    private boolean fill(LocalDateTime local) {
        @Nullable ZoneOffsetTransition change = window.zone().getRules().getTransition(local);
        TreeSet<Instant> starts = new TreeSet<>();
        Instant reached = add(local, starts);
        if (change != null && change.isGap()) {
            LocalDateTime calm = change.getDateTimeAfter().plus(change.getDuration());
            LocalDateTime next = local;
            while (next.isBefore(calm) && locals.hasNext()) {
                next = locals.next();
                reached = add(next, starts);
            }
        }
        ready.addAll(starts.tailSet(first));
        return reached.isAfter(last);
    }

    private Instant add(LocalDateTime local, Set<Instant> starts) {
        var resolved = local.atZone(window.zone());
        Instant instant = resolved.toInstant();
        Exclusions except = window.except();
        if (!except.contains(local) && !except.contains(resolved.toLocalDateTime())) {
            starts.add(instant);
        }
        return instant;
    }
}
