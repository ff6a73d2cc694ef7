package org.watchfloor.gate;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How many calls of one kind there may be.
 *
 * @param concurrent at once, 1 to 10,000; empty: as many as usual
 * @param queue that wait for a place, 0 to 100,000; empty: all
 * @param patience how long one waits for a place, 1 s to 1 h; empty: as long as it takes
 * @param rate how many may begin in a period; empty: any number
 */
public record CallLimit(
        OptionalInt concurrent, OptionalInt queue, Optional<Duration> patience, Optional<CallRate> rate) {
    public static final CallLimit NONE =
            new CallLimit(OptionalInt.empty(), OptionalInt.empty(), Optional.empty(), Optional.empty());

    /** {@code 16 at once}. */
    public String places() {
        return concurrent.isPresent() ? concurrent.getAsInt() + " at once" : "no limit";
    }
}
