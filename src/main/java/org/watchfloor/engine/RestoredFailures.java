package org.watchfloor.engine;

import java.util.List;
import org.watchfloor.recovery.failure.Failure;

/**
 * What the journal knows of failures at start.
 *
 * @param open those that had not ended
 * @param last highest number given so far, 0 if none
 */
public record RestoredFailures(List<Failure> open, long last) {
    public static final RestoredFailures NOTHING = new RestoredFailures(List.of(), 0);

    public RestoredFailures {
        open = List.copyOf(open);
    }
}
