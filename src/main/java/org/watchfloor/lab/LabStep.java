package org.watchfloor.lab;

import java.time.Duration;
import java.util.Optional;

/**
 * One thing that a script does.
 *
 * @param first when, counted from the start of the script
 * @param every empty: once
 */
record LabStep(Duration first, Optional<Duration> every, LabAction action) {
    /** The earliest time after that moment; empty if never again. */
    Optional<Duration> nextAfter(Duration moment) {
        if (first.compareTo(moment) > 0) {
            return Optional.of(first);
        }
        return every.map(period -> first.plus(period.multipliedBy(periods(moment, period) + 1)));
    }

    /** The latest time that is not after that moment; empty if the first one is still to come. */
    Optional<Duration> lastUntil(Duration moment) {
        if (first.compareTo(moment) > 0) {
            return Optional.empty();
        }
        return Optional.of(every.map(period -> first.plus(period.multipliedBy(periods(moment, period))))
                .orElse(first));
    }

    private long periods(Duration moment, Duration period) {
        return moment.minus(first).dividedBy(period);
    }
}
