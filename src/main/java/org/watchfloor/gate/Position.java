package org.watchfloor.gate;

import java.time.Instant;

/** Where a breaker stands. */
public sealed interface Position {
    /** When it came here. */
    Instant since();

    /** Calls go through. */
    record Closed(Instant since, Tally tally) implements Position {}

    /**
     * Calls are rejected.
     *
     * @param until the first call from then on is a trial
     * @param reopenings trials that failed since it was closed last
     * @param why in plain words
     */
    record Open(Instant since, Instant until, int reopenings, String why) implements Position {}

    /**
     * Some calls go through as trials.
     *
     * @param begun trials let through
     */
    record HalfOpen(Instant since, int reopenings, int begun, Tally tally) implements Position {}
}
