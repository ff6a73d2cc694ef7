package org.watchfloor.config;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.watchfloor.model.Names;
import org.watchfloor.model.Reason;

/**
 * How often and when something is tried again, each time after a longer wait. Pure.
 *
 * @param max tries after the first, 1 to 100, default 3
 * @param interval before the first of them, 100 ms to 1 h, default 1 s
 * @param multiplier of the wait from one try to the next, 1 to 10, default 2
 * @param cap of the wait, 100 ms to 1 h, default 30 s
 * @param jitter share of the wait that is left to chance, 0 to 1, default 0.2
 * @param reasons for which it is tried again; empty: for all
 * @param statuses of HTTP for which it is tried again; empty: 408, 429, 500, 502, 503, 504
 */
public record RetryPolicy(
        int max,
        Duration interval,
        double multiplier,
        Duration cap,
        double jitter,
        Set<Reason> reasons,
        Set<Integer> statuses) {
    /** The key of the section of policies that have a name. */
    public static final String KEY = "retries";

    public static final RetryPolicy DEFAULT =
            new RetryPolicy(3, Duration.ofSeconds(1), 2, Duration.ofSeconds(30), 0.2, Set.of(), Set.of());

    private static final Set<Integer> PASSING = Set.of(408, 429, 500, 502, 503, 504);

    public RetryPolicy {
        reasons = Set.copyOf(reasons);
        statuses = Set.copyOf(statuses);
    }

    /** Those that have a name, by it. May be asked by each feature that refers to one. */
    public static Map<String, RetryPolicy> named(SiteNode site) {
        Map<String, RetryPolicy> policies = new TreeMap<>();
        site.named(KEY, "how often and when something is tried again, by id").forEach((id, node) -> {
            if (Names.isName(id)) {
                policies.put(id, new RetryPolicyReader(node).read());
            }
        });
        return policies;
    }

    /**
     * How long to wait before a try.
     *
     * @param number 0 for the first one after the one that failed
     * @param seed of the chance: the same seed gives the same waits
     */
    public Duration pause(int number, long seed) {
        double plain = Math.min((double) interval.toMillis() * Math.pow(multiplier, number), (double) cap.toMillis());
        double chance = new SplittableRandom(seed + number).nextDouble(-1, 1);
        return Duration.ofMillis(Math.round(plain * (1 + jitter * chance)));
    }

    public boolean covers(Reason reason) {
        return reasons.isEmpty() || reasons.contains(reason);
    }

    /** @param status of the answer, if there was one */
    public boolean covers(Reason reason, OptionalInt status) {
        boolean isAnswer = reason == Reason.STATUS && status.isPresent();
        return isAnswer ? coversStatus(status.getAsInt()) : covers(reason);
    }

    private boolean coversStatus(int status) {
        return statuses.isEmpty() ? PASSING.contains(status) : statuses.contains(status);
    }
}
