package org.watchfloor.engine.backtest;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.watchfloor.alert.AlertRule;
import org.watchfloor.alert.condition.Limit;
import org.watchfloor.incident.Incident;
import org.watchfloor.model.Counted;

/**
 * Suggests another limit and another {@code for}. Pure.
 *
 * <p>The limit is the nearest one beyond the {@link NormalRange}. It is suggested if the rule fired without an incident
 * although it could be laxer, or missed an incident although it could be stricter.
 *
 * <p>The {@code for} is the shortest with which those firings vanish that met no incident, as far as each incident that
 * was found is still found.
 *
 * <p>Firings from figures of five minutes count like the others; how long they lasted is right to five minutes, as the
 * note on the record says.
 */
final class Advice {
    private final Scope scope;
    private final Firings firings;
    private final Troubles troubles;
    private final Instant end;

    Advice(Scope scope, Firings firings, Troubles troubles, Instant end) {
        this.scope = scope;
        this.firings = firings;
        this.troubles = troubles;
        this.end = end;
    }

    /** @param normal what the figure is in times without an incident */
    Suggestion suggestion(NormalRange normal) {
        AlertRule.Conditions<?> test = (AlertRule.Conditions<?>) scope.rule().test();
        Part<String> when = limit(Limit.of(test.when()), normal);
        Part<Duration> hold = hold();
        return new Suggestion(when.value, hold.value, when.sentence + " " + hold.sentence);
    }

    private record Part<T>(Optional<T> value, String sentence) {
        static <T> Part<T> none(String sentence) {
            return new Part<>(Optional.empty(), sentence);
        }
    }

    private Part<String> limit(Optional<? extends Limit<?>> found, NormalRange normal) {
        if (found.isEmpty()) {
            return Part.none("The condition has no one limit that could be moved.");
        }
        if (!normal.isKnown()) {
            return Part.none("There are too few values from times without an incident to suggest a limit: "
                    + normal.size() + ", not " + NormalRange.FEWEST + ".");
        }
        Limit<?> limit = found.get();
        String range = "In times without an incident, " + limit.figure() + " is "
                + (limit.wantsLess() ? "at least " : "at most ") + limit.words(normal.nearlyAll(limit))
                + " but for one value in a thousand";
        if (!normal.leavesRoom(limit)) {
            return Part.none(range + "; no limit tells that from trouble.");
        }
        return moved(limit, normal, range);
    }

    private Part<String> moved(Limit<?> limit, NormalRange normal, String range) {
        double edge = normal.edge(limit);
        boolean isLaxer = normal.isBeyond(limit);
        boolean isStricter = !isLaxer && edge != limit.value();
        if (isLaxer && !needless().isEmpty()) {
            return new Part<>(
                    Optional.of(limit.moved(edge).text()),
                    range + ": " + limit.words(limit.value()) + " lies within what is normal, " + limit.words(edge)
                            + " does not.");
        }
        if (isStricter && missesSomething()) {
            return new Part<>(
                    Optional.of(limit.moved(edge).text()),
                    range + ": " + limit.words(edge) + " would tell of more than " + limit.words(limit.value())
                            + ", and incidents were missed.");
        }
        return Part.none(range + "; " + limit.words(limit.value()) + " may stay.");
    }

    private Part<Duration> hold() {
        List<Firing> needless = needless();
        if (troubles.incidents().isEmpty()) {
            return Part.none("No incident of these checks is on record, so that nothing says how long for may be.");
        }
        if (needless.isEmpty()) {
            return Part.none("Every firing met an incident; for may stay.");
        }
        Optional<Duration> most = longestThatFindsAll();
        Optional<Duration> longest = needless.stream()
                .map(Advice::trueFor)
                .filter(length -> most.filter(limit -> length.plusSeconds(1).compareTo(limit) >= 0)
                        .isEmpty())
                .max(Duration::compareTo);
        if (longest.isEmpty()) {
            return Part.none("No longer for keeps the incidents that were found and drops one of the "
                    + Counted.of(needless.size(), "firing") + " without one.");
        }
        Duration hold = justAbove(longest.get(), most);
        long dropped = needless.stream()
                .filter(firing -> trueFor(firing).compareTo(hold) < 0)
                .count();
        return new Part<>(
                Optional.of(hold),
                "Waiting " + Lengths.text(hold) + " before it fires, " + dropped + " of the "
                        + Counted.of(needless.size(), "firing")
                        + " that met no incident would not have come, and no incident that was found would be missed.");
    }

    /** Empty: no incident was found, so that any will do. */
    private Optional<Duration> longestThatFindsAll() {
        return troubles.incidents().stream()
                .map(incident -> firings.during(incident, scope).stream()
                        .map(firing -> Duration.between(firing.since(), earlier(firing.trueUntil(), endOf(incident))))
                        .max(Duration::compareTo))
                .flatMap(Optional::stream)
                .min(Duration::compareTo);
    }

    private static Duration justAbove(Duration length, Optional<Duration> most) {
        return Lengths.usual()
                .filter(usual -> usual.compareTo(length) > 0)
                .filter(usual ->
                        most.filter(limit -> usual.compareTo(limit) >= 0).isEmpty())
                .findFirst()
                .orElseGet(() -> Duration.ofSeconds(length.toSeconds() + 1));
    }

    /** Those that met no incident. */
    private List<Firing> needless() {
        Set<Firing> meeting = new HashSet<>();
        troubles.incidents().forEach(incident -> meeting.addAll(firings.during(incident, scope)));
        return firings.all().stream()
                .filter(firing -> !meeting.contains(firing))
                .toList();
    }

    private boolean missesSomething() {
        return troubles.incidents().stream()
                .anyMatch(incident -> firings.during(incident, scope).isEmpty());
    }

    private Instant endOf(Incident incident) {
        return incident.resolvedAt().orElse(end);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Duration trueFor(Firing firing) {
        return Duration.between(firing.since(), firing.trueUntil());
    }
}
