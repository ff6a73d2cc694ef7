package org.watchfloor.gate;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/**
 * Lets so many calls begin in each period. It never blocks: a call that has to wait is told how long, and its permission
 * is kept for it, whatever the limit becomes meanwhile. Thread-safe.
 */
final class RateGate {
    private final String of;
    private final LongAdder permitted = new LongAdder();
    private final LongAdder waited = new LongAdder();
    private final LongAdder rejected = new LongAdder();
    private final LongAdder forced = new LongAdder();
    private volatile Limited limited;

    RateGate(String of, CallRate rate) {
        this.of = of;
        this.limited = limited(of, rate);
    }

    private record Limited(CallRate rate, RateLimiter limiter) {}

    Permission ask() {
        Limited present = limited;
        long nanos = present.limiter.reservePermission();
        if (nanos < 0) {
            rejected.increment();
            return new Permission.Refused("held back by the rate limit of " + of + " (" + present.rate + ")");
        }
        permitted.increment();
        if (nanos > 0) {
            waited.increment();
        }
        return new Permission.Granted(Duration.ofNanos(nanos));
    }

    void force() {
        forced.increment();
    }

    /** One thread at a time. */
    void adopt(CallRate rate) {
        Limited present = limited;
        if (present.rate.equals(rate)) {
            return;
        }
        if (present.rate.per().equals(rate.per())) {
            present.limiter.changeTimeoutDuration(rate.patience());
            present.limiter.changeLimitForPeriod(rate.calls());
            limited = new Limited(rate, present.limiter);
        } else {
            limited = limited(of, rate);
        }
    }

    /** Permissions that are reserved but not due make the number of those left negative. */
    LimitFigures figures() {
        Limited present = limited;
        int left = present.limiter.getMetrics().getAvailablePermissions();
        return new LimitFigures(
                LimitFigures.Kind.RATE,
                of,
                present.rate.toString(),
                permitted.sum(),
                waited.sum(),
                rejected.sum(),
                forced.sum(),
                Math.max(0, -left),
                0);
    }

    private static Limited limited(String of, CallRate rate) {
        RateLimiterConfig config = RateLimiterConfig.custom()
                .limitForPeriod(rate.calls())
                .limitRefreshPeriod(rate.per())
                .timeoutDuration(rate.patience())
                .build();
        return new Limited(rate, RateLimiter.of(of, config));
    }
}
