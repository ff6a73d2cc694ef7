package org.watchfloor.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.watchfloor.model.Gap;
import org.watchfloor.model.Gap.Cause;

/**
 * Notices by the beat of the engine thread that time was lost: a clock that runs away from the monotonic one was set or
 * slept through a suspend; a beat that stays away means that the process stood still. Confined to the engine thread.
 */
final class Pulse {
    /** The engine beats at least once a second; less than this is a busy machine, not a gap. */
    private static final Duration STANDSTILL = Duration.ofSeconds(5);

    private static final Duration JUMP = Duration.ofSeconds(2);

    private final InstantSource clock;
    private final LongSupplier nanos;
    private Instant lastTime;
    private long lastNanos;

    Pulse(InstantSource clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
        this.lastTime = clock.instant();
        this.lastNanos = nanos.getAsLong();
    }

    Optional<Gap> beat() {
        Instant time = clock.instant();
        long now = nanos.getAsLong();
        Duration passed = Duration.ofNanos(now - lastNanos);
        Duration drift = Duration.between(lastTime, time).minus(passed);
        Optional<Gap> gap = cause(passed, drift).map(cause -> new Gap(lastTime, time, cause));
        lastTime = time;
        lastNanos = now;
        return gap;
    }

    private static Optional<Cause> cause(Duration passed, Duration drift) {
        if (drift.compareTo(JUMP.negated()) < 0) {
            return Optional.of(Cause.CLOCK_JUMPED_BACK);
        }
        if (passed.compareTo(STANDSTILL) > 0) {
            return Optional.of(Cause.SUSPENDED);
        }
        return drift.compareTo(JUMP) > 0 ? Optional.of(Cause.CLOCK_JUMPED_FORWARD) : Optional.empty();
    }
}
