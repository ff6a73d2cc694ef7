package org.watchfloor.alert.condition;

import java.time.Instant;

/** A figure that is held against a bound. */
interface Compared<S> {
    Bound bound();

    /** The figure as it is now, of several the one that is furthest beyond the bound or nearest to it; NaN if missing. */
    double value(S subject, Instant now);

    Condition<S> with(Bound other);

    /** For people: {@code p95 latency over 5m}. */
    String words();
}
