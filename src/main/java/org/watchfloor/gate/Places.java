package org.watchfloor.gate;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** A bulkhead: so many calls at once, the others wait for a place. Thread-safe. */
public final class Places {
    private static final Duration NO_END = Duration.ofDays(1);

    private final String of;
    private final Bulkhead bulkhead;
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger inside = new AtomicInteger();
    private final LongAdder permitted = new LongAdder();
    private final LongAdder waited = new LongAdder();
    private final LongAdder rejected = new LongAdder();
    private volatile CallLimit limit;

    /** @param limit with a number of places */
    Places(String of, CallLimit limit) {
        this.of = of;
        this.limit = limit;
        this.bulkhead = Bulkhead.of(of, config(limit));
    }

    /** A place that was taken; closing gives it back. Used once. */
    public final class Place implements AutoCloseable {
        private Place() {}

        @Override
        public void close() {
            inside.decrementAndGet();
            bulkhead.onComplete();
        }
    }

    /** Waits for a place; empty if too many wait already, or it took too long. */
    public Optional<Place> take() throws InterruptedException {
        int most = limit.queue().orElse(Integer.MAX_VALUE);
        boolean isFull = bulkhead.getMetrics().getAvailableConcurrentCalls() <= 0;
        boolean mayWait = !isFull || waiting.get() < most;
        waiting.incrementAndGet();
        try {
            if (!mayWait || !bulkhead.tryAcquirePermission()) {
                return rejected();
            }
        } finally {
            waiting.decrementAndGet();
        }
        permitted.increment();
        if (isFull) {
            waited.increment();
        }
        inside.incrementAndGet();
        return Optional.of(new Place());
    }

    /** The library gives up when it is interrupted, and says so by the flag of the thread. */
    private Optional<Place> rejected() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        rejected.increment();
        return Optional.empty();
    }

    /** {@code held back by the limit of ssh steps (16 at once)}. */
    public String why() {
        return "held back by the limit of " + of + " (" + limit.places() + ")";
    }

    /** Blocks until no more calls are under way than there may be. One thread at a time. */
    void resize(CallLimit next) {
        if (!next.equals(limit)) {
            limit = next;
            bulkhead.changeConfig(config(next));
        }
    }

    LimitFigures figures() {
        return new LimitFigures(
                LimitFigures.Kind.CONCURRENT,
                of,
                limit.places(),
                permitted.sum(),
                waited.sum(),
                rejected.sum(),
                0,
                waiting.get(),
                inside.get());
    }

    private static BulkheadConfig config(CallLimit limit) {
        return BulkheadConfig.custom()
                .maxConcurrentCalls(limit.concurrent().orElse(Integer.MAX_VALUE))
                .maxWaitDuration(limit.patience().orElse(NO_END))
                .fairCallHandlingStrategyEnabled(true)
                .build();
    }
}
