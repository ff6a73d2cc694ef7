package org.watchfloor.probe;

import java.util.List;
import java.util.Optional;
import org.watchfloor.config.CheckSpec;
import org.watchfloor.config.SpecReader;
import org.watchfloor.model.PoolFigures;

/** A kind of check. To add one: a folder here and a line in {@code Wiring}. */
public interface ProbeType<S extends CheckSpec> extends SpecReader<S> {
    /** Makes the probe of one check; cheap, opens nothing yet. */
    Probe open(S spec);

    /** Makes the ladder that a failure of one check is diagnosed by; empty for a kind whose way has no steps. */
    default Optional<Ladder> ladder(S spec) {
        return Optional.empty();
    }

    /**
     * Checks like these are made from now on: what is kept for others is let go, and what is kept obeys the limits. May
     * take a while; called by one thread at a time.
     */
    default void adopt(List<S> specs, Pools limits) {}

    /** The connections that are kept between looks; empty for a kind that keeps none. */
    default Optional<PoolFigures> pool() {
        return Optional.empty();
    }
}
