package org.watchfloor.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.watchfloor.gate.Admission.Admitted;
import org.watchfloor.gate.Admission.Ticket;

/** The rate mode beside resilience4j: the same calls at the same times, the same answers. */
class BreakerAgainstResilience4jTest {
    private static final int STEPS = 200;

    @Test
    void agreesOnTenThousandRandomSequences() {
        LongStream.range(0, 10_000).parallel().forEach(seed -> new Sequence(seed).run());
    }

    /** One random policy, and calls that overlap, fail and dawdle at random on both breakers. */
    private static final class Sequence {
        private final long seed;
        private final Random random;
        private final Hands clock = new Hands();
        private final CircuitBreaker theirs;
        private final Deque<Running> running = new ArrayDeque<>();
        private Breaker ours;

        Sequence(long seed) {
            this.seed = seed;
            random = new Random(seed);
            boolean byCalls = random.nextBoolean();
            int window = 1 + random.nextInt(byCalls ? 20 : 10);
            int minimum = 1 + random.nextInt(12);
            int trials = 1 + random.nextInt(5);
            int failed = 5 * (1 + random.nextInt(20));
            int slow = 5 * (1 + random.nextInt(20));
            Duration wait = Duration.ofMillis(1 + 2 * random.nextInt(4_000)); // odd, and the clock even: never equal
            Duration dawdle = Duration.ofMillis(500);
            theirs = CircuitBreaker.of(
                    "theirs",
                    CircuitBreakerConfig.custom()
                            .slidingWindow(
                                    window,
                                    minimum,
                                    byCalls ? SlidingWindowType.COUNT_BASED : SlidingWindowType.TIME_BASED)
                            .failureRateThreshold(failed)
                            .slowCallRateThreshold(slow)
                            .slowCallDurationThreshold(dawdle)
                            .permittedNumberOfCallsInHalfOpenState(trials)
                            .waitDurationInOpenState(wait)
                            .clock(clock)
                            .build());
            Trip.Window last = byCalls ? new Trip.Window.Calls(window) : new Trip.Window.Time(window);
            ours = Breaker.closed(
                    new BreakerPolicy(
                            new Trip.Rate(last, failed, slow, dawdle, minimum, trials),
                            Duration.ofDays(1), // trials that are not reported block both for ever
                            new Reset(wait, 1, wait)),
                    clock.instant());
        }

        void run() {
            for (int step = 0; step < STEPS; step++) {
                clock.pass(Duration.ofMillis(2L * random.nextInt(random.nextInt(10) == 0 ? 4_000 : 200)));
                if (random.nextInt(3) > 0 || running.isEmpty()) {
                    begin(step);
                } else {
                    end();
                }
                assertThat(position()).as("seed %d, step %d", seed, step).isEqualTo(theirs.getState());
            }
        }

        private void begin(int step) {
            Admission answer = ours.ask(clock.instant());
            ours = answer.breaker();
            assertThat(answer instanceof Admitted)
                    .as("seed %d, step %d", seed, step)
                    .isEqualTo(theirs.tryAcquirePermission());
            if (answer instanceof Admitted admitted) {
                running.add(new Running(admitted.ticket(), ours.era()));
            }
        }

        /** Theirs counts what began before a transition; that is left out for both. */
        private void end() {
            Running call = running.removeFirst();
            if (call.era() != ours.era()) {
                return;
            }
            Duration took = Duration.ofMillis(random.nextInt(4) == 0 ? 501 : 500);
            boolean fails = random.nextInt(3) == 0;
            ours = ours.ended(call.ticket(), fails ? CallResult.FAILED : CallResult.SUCCEEDED, took, clock.instant());
            if (fails) {
                theirs.onError(took.toNanos(), TimeUnit.NANOSECONDS, new IllegalStateException("no"));
            } else {
                theirs.onSuccess(took.toNanos(), TimeUnit.NANOSECONDS);
            }
        }

        private CircuitBreaker.State position() {
            return switch (ours.position()) {
                case Position.Closed _ -> CircuitBreaker.State.CLOSED;
                case Position.Open _ -> CircuitBreaker.State.OPEN;
                case Position.HalfOpen _ -> CircuitBreaker.State.HALF_OPEN;
            };
        }
    }

    private record Running(Ticket ticket, long era) {}

    /** A clock that is moved by hand. */
    private static final class Hands extends Clock {
        private Instant now = Instant.parse("2026-01-05T12:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
