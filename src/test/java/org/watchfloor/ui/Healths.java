package org.watchfloor.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.watchfloor.config.Check;
import org.watchfloor.health.CheckHealth;
import org.watchfloor.health.Flaps;
import org.watchfloor.health.Recent;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.Fact;
import org.watchfloor.model.Measurement;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.Phase;
import org.watchfloor.model.Reason;
import org.watchfloor.model.State;
import org.watchfloor.model.Timings;

/** What is known of checks in each state, always the same in the same order of asking. */
final class Healths {
    private final Random random = new Random(7);

    CheckHealth of(Check check, State state, Instant since, Instant now) {
        Recent recent = Recent.NONE;
        double usual = 8 + random.nextInt(60);
        double base = state == State.DEGRADED ? 1_180 + usual : usual;
        for (int i = 0; i < Recent.CAPACITY; i++) {
            boolean failed = state == State.DOWN && i > Recent.CAPACITY - 5;
            recent = recent.with(failed ? Float.NaN : (float) (base + random.nextGaussian() * base / 8));
        }
        State hard = state == State.PENDING ? State.UP : state;
        Optional<CheckHealth.Coming> coming = state == State.PENDING
                ? Optional.of(new CheckHealth.Coming(State.DOWN, 1, check.unhealthyAfter()))
                : Optional.empty();
        Optional<CheckResult> last = Optional.of(new CheckResult(
                check.id(),
                now.minusSeconds(1 + random.nextInt(28)),
                Duration.ofMillis((long) base),
                Duration.ofMillis(1),
                observation(state, (long) base)));
        return new CheckHealth(
                check.id(),
                state,
                since,
                hard,
                coming,
                last,
                state == State.DOWN ? Optional.of(since.minusSeconds(60)) : Optional.empty(),
                state == State.UNREACHABLE ? Optional.of("gw-syd") : Optional.empty(),
                Optional.empty(),
                Worlds.NOON.minusSeconds(8_940),
                recent,
                Flaps.NONE);
    }

    private static Observation observation(State state, long millis) {
        Outcome outcome = switch (state) {
            case DOWN, UNREACHABLE, PENDING -> new Outcome.Down(Reason.REFUSED, "connection refused on port 443");
            case DEGRADED -> new Outcome.Degraded(Reason.THRESHOLD, "answered in 1,240 ms, degraded above 800 ms");
            case UNKNOWN -> new Outcome.Unknown(Reason.HOST_KEY_UNKNOWN, "host key unknown: SHA256:9f3d…");
            case STALE, PAUSED, UP -> new Outcome.Up("HTTP 200 in " + millis + " ms");
        };
        Timings timings = new Timings(Map.of(
                Phase.NAME, Duration.ofMillis(1),
                Phase.CONNECT, Duration.ofMillis(millis / 5),
                Phase.TLS, Duration.ofMillis(millis / 4),
                Phase.FIRST_BYTE, Duration.ofMillis(millis / 3),
                Phase.BODY, Duration.ofMillis(millis / 6)));
        return new Observation(
                outcome,
                timings,
                List.of(new Measurement("size", 18_204, "B"), new Measurement("cert_days_left", 61, "d")),
                List.of(
                        new Fact("status", "200 OK"),
                        new Fact("content-type", "text/html; charset=utf-8"),
                        new Fact("protocol", "h2")));
    }
}
