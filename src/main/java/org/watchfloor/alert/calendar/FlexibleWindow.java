package org.watchfloor.alert.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A window of which only a part is used: the part begins when it is first triggered within an occurrence and then lasts
 * a given time, also beyond the end of the occurrence. Immutable; who triggers it remembers when.
 *
 * @param within when it may be triggered
 * @param lasts elapsed time, above zero
 */
public record FlexibleWindow(Window within, Duration lasts) {
    public FlexibleWindow {
        if (lasts.isNegative() || lasts.isZero()) {
            throw new IllegalArgumentException("a flexible window cannot last " + lasts);
        }
    }

    /** What begins if it is triggered now; empty outside of every occurrence. */
    public Optional<Span> triggered(Instant now) {
        return within.at(now).map(_ -> Span.lasting(now, lasts));
    }

    /**
     * What covers the instant.
     *
     * @param triggeredAt when it was triggered last; empty if never
     */
    public Optional<Span> at(Instant instant, Optional<Instant> triggeredAt) {
        return triggeredAt.flatMap(this::triggered).filter(span -> span.covers(instant));
    }
}
