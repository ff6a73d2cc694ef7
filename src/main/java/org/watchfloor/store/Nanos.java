package org.watchfloor.store;

import java.time.Instant;

/** Instants as the store writes them: nanoseconds since 1970, held within what 64 bits can say (1677 to 2262). */
final class Nanos {
    private static final long SECOND = 1_000_000_000L;
    private static final Instant FIRST = instant(Long.MIN_VALUE);
    private static final Instant LAST = instant(Long.MAX_VALUE);

    private Nanos() {}

    static long of(Instant at) {
        if (at.isBefore(FIRST)) {
            return Long.MIN_VALUE;
        }
        if (at.isAfter(LAST)) {
            return Long.MAX_VALUE;
        }
        return Math.addExact(Math.multiplyExact(at.getEpochSecond() + 1, SECOND), at.getNano() - SECOND);
    }

    static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
    }

    static long millis(Instant at) {
        return Math.floorDiv(of(at), 1_000_000L);
    }
}
