package org.watchfloor.alert.condition;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.watchfloor.model.State;

/**
 * What is known of one check at one moment, as conditions look at it. Must not change during an evaluation. Conditions
 * ask ten thousands of times a second: hand out what is there already, computed and wrapped before.
 */
public interface Sight {
    /** The metric that is 1 for a result that is neither up nor degraded, else 0. */
    String FAILED = "failed";

    /** The metric that is 1 while the check flaps, else 0. */
    String FLAPPING = "flapping";

    /** As people know it, such as {@code web-1/front}. */
    String name();

    /** Empty while the check has not been looked at. */
    Optional<State> state();

    /** When the present state began; of no meaning while there is no state. */
    Instant since();

    /**
     * The metric in the latest result, {@link Double#NaN} if it has none. Primitive because an optional would be the
     * only thing that an evaluation allocates. {@code latency} and the phases are in milliseconds, {@code failed} is 0
     * or 1.
     */
    double value(String metric);

    /** What was kept of the metric, {@link Samples#NONE} if nothing. */
    Samples samples(String metric);

    /** All metrics that have a value or samples, for wildcards; empty before the first result. */
    Collection<String> metrics();
}
