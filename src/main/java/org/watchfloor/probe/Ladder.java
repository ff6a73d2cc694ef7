package org.watchfloor.probe;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.Rung;

/**
 * Goes down the way to a check's target step by step – name, route, TCP and what lies below – to find the first one that
 * is broken. Called on a virtual thread once for each outage, and when a person asks, beside the looks of the check.
 */
@FunctionalInterface
public interface Ladder {
    /** The most that a whole descent may take. */
    Duration LONGEST = Duration.ofSeconds(15);

    /**
     * The rungs from the top; those below a broken one are not reached.
     *
     * @param timeout the budget of a usual look; a descent takes at most twice as long, and never more than
     *     {@link #LONGEST}
     * @param good the last good result of the check, if one is known, to compare with
     * @throws InterruptedException if the descent is being called off
     */
    List<Rung> descend(Duration timeout, Optional<CheckResult> good) throws InterruptedException;
}
