package org.watchfloor.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that a test moves by hand; its monotonic side can be moved apart from its wall side. */
public final class TestClock implements InstantSource {
    private Instant now;
    private long nanos;

    private TestClock(Instant now) {
        this.now = now;
    }

    public static TestClock at(String instant) {
        return new TestClock(Instant.parse(instant));
    }

    @Override
    public Instant instant() {
        return now;
    }

    public long nanos() {
        return nanos;
    }

    public void advanceTo(Instant time) {
        nanos += Duration.between(now, time).toNanos();
        now = time;
    }

    public void advance(Duration duration) {
        advanceTo(now.plus(duration));
    }

    /** Somebody sets the wall clock; the monotonic one goes on. */
    public void jump(Duration by) {
        now = now.plus(by);
    }
}
