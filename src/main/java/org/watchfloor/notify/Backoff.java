package org.watchfloor.notify;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.watchfloor.config.RetryPolicy;

/**
 * How long to wait after a failed try, and how often to try: as the policy of the channel says, never less than the
 * receiver asks for (up to an hour). Without a policy 12 tries, the second after 5 s, then doubled each time up to 10 min, a
 * fifth more or less so that channels do not march in step. Pure: the scatter comes from the notice.
 */
final class Backoff {
    static final RetryPolicy USUAL =
            new RetryPolicy(11, Duration.ofSeconds(5), 2, Duration.ofMinutes(10), 0.2, Set.of(), Set.of());

    private static final Duration MOST_PATIENT = Duration.ofHours(1);
    private static final long SCATTER = 0x9E3779B97F4A7C15L;

    private Backoff() {}

    static Duration after(Posting posting, Optional<Duration> asked, RetryPolicy policy) {
        Duration scattered =
                policy.pause(Math.max(0, posting.tries() - 1), posting.id().value() * SCATTER);
        Duration least = asked.map(wish -> wish.compareTo(MOST_PATIENT) > 0 ? MOST_PATIENT : wish)
                .orElse(Duration.ZERO);
        return scattered.compareTo(least) < 0 ? least : scattered;
    }

    static boolean hasTried(Posting posting, RetryPolicy policy) {
        return posting.tries() > policy.max();
    }
}
