package org.watchfloor.recovery.action;

import java.time.Instant;
import java.util.Optional;

/** What an action is busy with. */
public sealed interface Stage {
    /** Nothing yet. */
    record Waiting() implements Stage {}

    /**
     * A step is under way.
     *
     * @param index from 0, among the steps of the part
     * @param since when it began
     */
    record Stepping(Part part, int index, Instant since) implements Stage {}

    /**
     * Its checks are watched.
     *
     * @param since the end of the last step
     * @param green since when all of them are green
     */
    record Proving(Instant since, Optional<Instant> green) implements Stage {}

    /** Nothing any more. */
    record Over() implements Stage {}
}
