package org.watchfloor.gate;

import java.time.Instant;
import java.util.Optional;
import org.watchfloor.model.Actor;

/**
 * A gate that came to stand differently: the newest one says how it stands.
 *
 * @param id grows with time
 * @param until of an open one: when a trial is due
 * @param reopenings of an open one: trials that failed since it was closed last
 * @param by whose hand moved it; empty if it moved by itself
 * @param why in plain words
 */
public record GateMove(
        long id,
        GateId gate,
        Instant at,
        Stand stand,
        Optional<Instant> until,
        int reopenings,
        Hand hand,
        Optional<Actor> by,
        String why) {
    /** A position without what is counted in it. */
    public enum Stand {
        CLOSED,
        OPEN,
        HALF_OPEN;

        public static Stand of(Position position) {
            return switch (position) {
                case Position.Closed _ -> CLOSED;
                case Position.Open _ -> OPEN;
                case Position.HalfOpen _ -> HALF_OPEN;
            };
        }
    }

    /** How the breaker stands now. */
    public static GateMove of(long id, GateId gate, Breaker breaker, Instant at, Optional<Actor> by, String why) {
        Optional<Position.Open> open =
                breaker.position() instanceof Position.Open one ? Optional.of(one) : Optional.empty();
        return new GateMove(
                id,
                gate,
                at,
                Stand.of(breaker.position()),
                open.map(Position.Open::until),
                open.map(Position.Open::reopenings).orElse(0),
                breaker.hand(),
                by,
                why);
    }

    /** The breaker that stood so, after a restart. */
    public Breaker restored(BreakerPolicy policy, Instant now) {
        Breaker closed = Breaker.closed(policy, at);
        Position position = switch (stand) {
            case CLOSED -> closed.position();
            case OPEN -> new Position.Open(at, until.orElse(now), reopenings, why);
            case HALF_OPEN ->
                new Position.HalfOpen(at, reopenings, 0, policy.trip().halfOpen());
        };
        return new Breaker(policy, position, hand, id, CallCounts.NONE).restored(now);
    }
}
