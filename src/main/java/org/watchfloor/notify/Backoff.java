package org.watchfloor.notify;

import java.time.Duration;
import java.util.Optional;

/**
 * How long to wait after a failed try: 5 s, doubled each time up to 10 min, a fifth more or less so that channels do
 * not march in step, and never less than the receiver asks for (up to an hour). Pure: the scatter comes from the notice.
 */
final class Backoff {
    static final int MOST_TRIES = 12;

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration MOST_PATIENT = Duration.ofHours(1);
    private static final int DOUBLINGS = 8;

    private Backoff() {}

    static Duration after(Posting posting, Optional<Duration> asked) {
        Duration plain = FIRST.multipliedBy(1L << Math.min(DOUBLINGS, Math.max(0, posting.tries() - 1)));
        Duration bounded = plain.compareTo(LONGEST) > 0 ? LONGEST : plain;
        long seed = posting.id().value() * 31 + posting.tries();
        long percent = 80 + Math.floorMod((seed * 0x9E3779B97F4A7C15L) >>> 33, 41L);
        Duration scattered = bounded.multipliedBy(percent).dividedBy(100);
        Duration least = asked.map(wish -> wish.compareTo(MOST_PATIENT) > 0 ? MOST_PATIENT : wish)
                .orElse(Duration.ZERO);
        return scattered.compareTo(least) < 0 ? least : scattered;
    }
}
