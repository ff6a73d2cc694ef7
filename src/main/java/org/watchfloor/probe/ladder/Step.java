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
 * @param kind whether what it shows may differ from look to look
 */
public record Step(
        String name,
        Set<Reason> breaks,
        Predicate<Observation> passed,
        Phase phase,
        Function<Observation, String> shows,
        Kind kind) {
    /** Whether what a step shows may differ from look to look. */
    public enum Kind {
        PASSING,
        /** It stays as it is while all is well: another one is told as a change. */
        LASTING
    }

    public Step {
        breaks = Set.copyOf(breaks);
    }

    /** One that shows something else at every look. */
    public Step(
            String name,
            Set<Reason> breaks,
            Predicate<Observation> passed,
            Phase phase,
            Function<Observation, String> shows) {
        this(name, breaks, passed, phase, shows, Kind.PASSING);
    }
}
