package org.watchfloor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.watchfloor.model.Gap;
import org.watchfloor.model.Gap.Cause;

class PulseTest {
    private final TestClock clock = TestClock.at("2026-03-29T00:59:59Z");
    private final Pulse pulse = new Pulse(clock, clock::nanos);

    @Test
    void isQuietWhileTimeGoesOn() {
        clock.advance(Duration.ofSeconds(1));

        assertThat(pulse.beat()).isEmpty();
    }

    @Test
    void noticesAProcessThatStoodStill() {
        clock.advance(Duration.ofSeconds(30));

        assertThat(pulse.beat()).map(Gap::cause).contains(Cause.SUSPENDED);
        assertThat(pulse.beat()).isEmpty();
    }

    @Test
    void noticesAClockThatJumpedForward() {
        clock.advance(Duration.ofSeconds(1));
        clock.jump(Duration.ofHours(1));
        Gap gap = pulse.beat().orElseThrow();

        assertThat(gap.cause()).isEqualTo(Cause.CLOCK_JUMPED_FORWARD);
        assertThat(gap.length()).isEqualTo(Duration.ofSeconds(3601));
    }

    @Test
    void noticesAClockThatJumpedBack() {
        clock.jump(Duration.ofMinutes(-10));

        assertThat(pulse.beat()).map(Gap::cause).contains(Cause.CLOCK_JUMPED_BACK);
    }
}
