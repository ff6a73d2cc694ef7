package org.watchfloor.probe.ladder;

import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Phase;
import org.watchfloor.model.Reason;

/**
 * A step of a look that comes after the connection.
 *
 * @param name {@code TLS}, {@code HTTP}, {@code auth}, …
 * @param breaks reasons that say that this step is broken
 * @param passed whether a look has taken this step, and with it all before
 * @param phase the part of a look's time that this step takes
 * @param shows what a look saw of it, in plain words; empty if nothing
 */
public record Step(
        String name,
        Set<Reason> breaks,
        Predicate<Observation> passed,
        Phase phase,
        Function<Observation, String> shows) {
    public Step {
        breaks = Set.copyOf(breaks);
    }
}
