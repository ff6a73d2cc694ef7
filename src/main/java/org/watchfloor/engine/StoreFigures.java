package org.watchfloor.engine;

import java.util.Optional;

/**
 * How the store is doing.
 *
 * @param bytes size of the database on disk
 * @param queued rows that wait to be written
 * @param written rows written since the start, samples included
 * @param thinned raw samples dropped under pressure since the start
 * @param flushMillis how long the last flush took
 * @param trouble what is wrong and what happens meanwhile, in one sentence; empty when all is well
 */
public record StoreFigures(
        long bytes, int queued, long written, long thinned, double flushMillis, Optional<String> trouble) {
    public static final StoreFigures NONE = new StoreFigures(0, 0, 0, 0, 0, Optional.empty());
}
