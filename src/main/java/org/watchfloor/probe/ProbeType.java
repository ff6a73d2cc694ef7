package org.watchfloor.probe;

import java.util.Optional;
import org.watchfloor.config.CheckSpec;
import org.watchfloor.config.SpecReader;

/** A kind of check. To add one: a folder here and a line in {@code Wiring}. */
public interface ProbeType<S extends CheckSpec> extends SpecReader<S> {
    /** Makes the probe of one check; cheap, opens nothing yet. */
    Probe open(S spec);

    /** Makes the ladder that a failure of one check is diagnosed by; empty for a kind whose way has no steps. */
    default Optional<Ladder> ladder(S spec) {
        return Optional.empty();
    }
}
