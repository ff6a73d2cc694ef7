package org.watchfloor.health;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import org.watchfloor.model.State;

/**
 * Several checks seen as one: the worst state, since when, and how many checks are in each state.
 *
 * @param since when the earliest of the checks in the worst state entered it
 */
public record Rollup(State state, Instant since, Map<State, Integer> counts) {
    public Rollup {
        counts = Map.copyOf(counts);
    }

    /** Of no checks at all: unknown since the given time. */
    public static Rollup of(Collection<CheckHealth> checks, Instant ifEmpty) {
        Map<State, Integer> counts = new EnumMap<>(State.class);
        checks.forEach(check -> counts.merge(check.state(), 1, Integer::sum));
        State worst = State.worst(counts.keySet());
        Instant since = checks.stream()
                .filter(check -> check.state() == worst)
                .map(CheckHealth::since)
                .min(Comparator.naturalOrder())
                .orElse(ifEmpty);
        return new Rollup(worst, since, counts);
    }

    public int count(State state) {
        return counts.getOrDefault(state, 0);
    }

    public int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
