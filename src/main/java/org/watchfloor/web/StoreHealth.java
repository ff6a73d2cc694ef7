package org.watchfloor.web;

import java.time.Duration;
import java.util.Optional;
import org.watchfloor.engine.EngineFigures;
import org.watchfloor.engine.History;
import org.watchfloor.engine.Snapshots;
import org.watchfloor.engine.StoreFigures;

/** Judges the store by what it says of itself and by one small query. */
final class StoreHealth {
    static final double SLOW_SECONDS = 0.1;
    static final Duration DEAD = Duration.ofSeconds(5);

    private final Snapshots snapshots;
    private final History history;

    StoreHealth(EnginePorts engine) {
        this.snapshots = engine.snapshots();
        this.history = engine.history();
    }

    Finding finding() throws InterruptedException {
        StoreFigures figures = snapshots.current().figures().store();
        long begin = System.nanoTime();
        try {
            Answers.await(history.transitionsAfter(Long.MAX_VALUE, 1), DEAD);
        } catch (Problem e) {
            return new Finding("database", Level.UNHEALTHY, e.detail(), Store.of(figures, Optional.empty()));
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        Store details = Store.of(figures, Optional.of(seconds));
        if (figures.trouble().isPresent()) {
            return new Finding("database", Level.UNHEALTHY, figures.trouble().get(), details);
        }
        Optional<String> notice = notice();
        if (notice.isPresent()) {
            return new Finding("database", Level.DEGRADED, notice.get(), details);
        }
        return seconds > SLOW_SECONDS
                ? new Finding("database", Level.DEGRADED, "the store answers slowly", details)
                : new Finding("database", Level.HEALTHY, "the store answers", details);
    }

    /** What the start of the store had to tell: a damaged file, lost history, refused rows. */
    private Optional<String> notice() {
        return snapshots.current().figures().lifecycle().stream()
                .filter(step -> step.name().equals("store") && step.healthy())
                .map(EngineFigures.Step::detail)
                .filter(detail -> !detail.isBlank())
                .findFirst();
    }

    /** The store's figures; {@code querySeconds} is left out if it did not answer. */
    record Store(
            Optional<Double> querySeconds,
            long bytes,
            int queued,
            long written,
            long thinned,
            double lastFlushSeconds) {
        static Store of(StoreFigures figures, Optional<Double> querySeconds) {
            return new Store(
                    querySeconds,
                    figures.bytes(),
                    figures.queued(),
                    figures.written(),
                    figures.thinned(),
                    Seconds.ofMillis(figures.flushMillis()));
        }
    }
}
