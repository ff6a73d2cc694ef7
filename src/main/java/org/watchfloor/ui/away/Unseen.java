package org.watchfloor.ui.away;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The times that nobody has caught up with yet. A value: every method returns the next one, and time is an argument.
 *
 * @param since since when nobody is here; empty while somebody is
 * @param past absences that are over, oldest first, at most {@value #MOST}
 * @param seen keys of moments in these times that somebody has seen nevertheless
 */
record Unseen(Optional<Instant> since, List<Absence> past, Set<String> seen) {
    static final Unseen NOTHING = new Unseen(Optional.empty(), List.of(), Set.of());
    static final int MOST = 100;
    /** What is older is not caught up with any more. */
    static final Duration LONGEST = Duration.ofDays(14);

    Unseen {
        past = List.copyOf(past);
        seen = Set.copyOf(seen);
    }

    /** Nobody is here from then on; changes nothing if nobody was. */
    Unseen left(Instant at) {
        return since.isPresent() ? this : new Unseen(Optional.of(at), past, seen);
    }

    /** Somebody is here from now on. */
    Unseen back(Instant now) {
        List<Absence> next = new ArrayList<>(past);
        since.filter(now::isAfter).ifPresent(left -> next.add(new Absence(left, now)));
        next.removeIf(absence -> absence.to().isBefore(now.minus(LONGEST)));
        return new Unseen(Optional.empty(), next.subList(Math.max(0, next.size() - MOST), next.size()), seen);
    }

    Unseen seen(Collection<Moment> moments) {
        Set<String> next = new HashSet<>(seen);
        moments.forEach(moment -> next.add(moment.key()));
        return new Unseen(since, past, next);
    }

    /** All of it was seen, up to now. */
    Unseen allSeen(Instant now) {
        return new Unseen(since.map(_ -> now), List.of(), Set.of());
    }

    /** The same with what another one knew: its absences, and only what it knew to be seen. */
    Unseen restoring(Unseen before) {
        List<Absence> all = Stream.concat(before.past.stream(), past.stream())
                .distinct()
                .sorted(Comparator.comparing(Absence::from))
                .toList();
        return new Unseen(since, all, before.seen);
    }

    /** Keeps only the absences that are wanted, and what was seen of those moments. */
    Unseen keeping(Predicate<Absence> wanted, Collection<Moment> known) {
        Set<String> next = new HashSet<>();
        known.stream().map(Moment::key).filter(seen::contains).forEach(next::add);
        return new Unseen(since, past.stream().filter(wanted).toList(), next);
    }

    /** Whether it happened while nobody was here and was not seen since. */
    boolean isNews(Moment moment) {
        return covers(moment.at()) && !seen.contains(moment.key());
    }

    /** Whether nobody was here at that time. */
    boolean covers(Instant at) {
        return since.filter(left -> !at.isBefore(left)).isPresent()
                || past.stream().anyMatch(absence -> absence.covers(at));
    }

    /** When the first of these times began; empty if there are none. */
    Optional<Instant> from() {
        return Stream.concat(past.stream().map(Absence::from), since.stream()).min(Instant::compareTo);
    }
}
