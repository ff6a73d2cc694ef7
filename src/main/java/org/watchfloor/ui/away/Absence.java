package org.watchfloor.ui.away;

import java.time.Instant;

/**
 * A time in which nobody was at the console.
 *
 * @param from included
 * @param to excluded, later than {@code from}
 */
record Absence(Instant from, Instant to) {
    boolean covers(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }
}
