package org.watchfloor.recovery.http;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.watchfloor.config.RetryPolicy;
import org.watchfloor.model.Counted;
import org.watchfloor.model.Reason;
import org.watchfloor.model.RetryAfter;
import org.watchfloor.recovery.action.StepEnd;

/**
 * Whether and when a request is sent again, within the time of its step: after failures and statuses that its policy
 * covers, and never sooner than the answer asks for in {@code Retry-After}. Confined to the thread of the step.
 */
final class Repeats {
    private final HttpStep step;
    private final InstantSource clock;
    private final long endNanos;
    private int sent;
    private String why = "";

    Repeats(HttpStep step, InstantSource clock, Duration timeout) {
        this.step = step;
        this.clock = clock;
        this.endNanos = System.nanoTime() + timeout.toNanos();
    }

    Duration left() {
        return Duration.ofNanos(Math.max(0, endNanos - System.nanoTime()));
    }

    /** How long to wait before it is sent again; empty if it is not. */
    Optional<Duration> after(Exchange exchange) {
        sent++;
        Optional<Duration> wait = step.retry()
                .filter(policy -> sent <= policy.max())
                .filter(policy -> exchange.trouble()
                        .filter(reason -> covers(policy, reason, exchange))
                        .isPresent())
                .map(policy -> wait(policy, exchange));
        if (wait.filter(pause -> pause.compareTo(left()) >= 0).isPresent()) {
            why = ", not sent again: no time is left for that";
            return Optional.empty();
        }
        return wait;
    }

    private static boolean covers(RetryPolicy policy, Reason reason, Exchange exchange) {
        return policy.covers(reason, exchange.status());
    }

    private Duration wait(RetryPolicy policy, Exchange exchange) {
        Duration own = policy.pause(sent - 1, step.summary().hashCode());
        Duration asked = exchange.askedFor()
                .flatMap(text -> RetryAfter.parse(text, clock.instant()))
                .orElse(Duration.ZERO);
        return own.compareTo(asked) < 0 ? asked : own;
    }

    void await(Duration pause) throws InterruptedException {
        boolean _ = new CountDownLatch(1).await(pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** The end of the last one, with how many there were. */
    StepEnd told(StepEnd end) {
        String count = sent > 1 ? ", sent " + Counted.of(sent, "time") : "";
        return new StepEnd(end.outcome(), end.message() + count + why, end.output());
    }
}
