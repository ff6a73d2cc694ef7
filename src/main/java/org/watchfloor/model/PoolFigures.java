package org.watchfloor.model;

import java.time.Duration;

/**
 * How a pool of connections is doing.
 *
 * @param active connections that are at work
 * @param idle connections that are open and wait for work
 * @param waiting calls that have no connection yet: they wait for a place, or theirs is being opened
 * @param acquisition how long calls of the last minute waited for their connection
 * @param created connections opened since the start
 * @param destroyed connections closed since the start, by either side, as far as that was noticed
 * @param failed calls since the start that got no connection
 */
public record PoolFigures(
        int active, int idle, int waiting, Acquisition acquisition, long created, long destroyed, long failed) {
    /** How long calls waited for their connection, opening it included; all zero if there were none. */
    public record Acquisition(long calls, Duration mean, Duration longest) {
        public static final Acquisition NONE = new Acquisition(0, Duration.ZERO, Duration.ZERO);
    }

    /** Connections that are open. */
    public int total() {
        return active + idle;
    }
}
