package org.watchfloor.engine.backtest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.watchfloor.alert.Subject;
import org.watchfloor.incident.Incident;

/** The firings of one rule, found by subject. Immutable. */
final class Firings {
    private final List<Firing> all;
    private final Map<Subject, List<Firing>> bySubject = new HashMap<>();
    private final Instant end;

    /** @param end of the span, up to which counts what still fires */
    Firings(List<Firing> any, Instant end) {
        this.end = end;
        all = any.stream()
                .sorted(Comparator.comparing(Firing::from).thenComparing(Firing::subject))
                .toList();
        all.forEach(firing -> bySubject
                .computeIfAbsent(firing.subject(), _ -> new ArrayList<>())
                .add(firing));
    }

    /** In order of time. */
    List<Firing> all() {
        return all;
    }

    /** Those that meet none of the others about the same subject. */
    List<Firing> without(Firings others) {
        return all.stream()
                .filter(firing -> others.of(firing.subject()).stream()
                        .noneMatch(other ->
                                other.overlaps(firing.from(), firing.to().orElse(end), end)))
                .toList();
    }

    /** Those of a check of the incident while it was open. */
    List<Firing> during(Incident incident, Scope scope) {
        Instant until = incident.resolvedAt().orElse(end);
        return incident.involved().stream()
                .flatMap(check -> scope.subjects().getOrDefault(check, List.of()).stream())
                .distinct()
                .flatMap(subject -> of(subject).stream())
                .filter(firing -> firing.overlaps(incident.startedAt(), until, end))
                .toList();
    }

    private List<Firing> of(Subject subject) {
        return bySubject.getOrDefault(subject, List.of());
    }
}
