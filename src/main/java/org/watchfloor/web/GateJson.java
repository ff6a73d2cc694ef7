package org.watchfloor.web;

import java.time.Instant;
import java.util.Optional;
import org.watchfloor.gate.Breaker;
import org.watchfloor.gate.CallCounts;
import org.watchfloor.gate.GateId;
import org.watchfloor.gate.GateMove;
import org.watchfloor.gate.GateState;
import org.watchfloor.gate.Position;

/**
 * A breaker.
 *
 * @param until while it is open by itself: when a trial is due
 * @param why it opened; absent unless it is open by itself
 * @param reopenings of an open or half-open one: trials that failed since it was closed last
 * @param policy how it judges, in words
 */
record GateJson(
        GateId.Kind kind,
        String name,
        GateState state,
        Instant since,
        Optional<Instant> until,
        Optional<String> why,
        int reopenings,
        String policy,
        CallsJson calls) {
    static GateJson of(GateId gate, Breaker breaker) {
        GateState state = GateState.of(breaker);
        Optional<Position.Open> open = breaker.position() instanceof Position.Open one && state == GateState.OPEN
                ? Optional.of(one)
                : Optional.empty();
        return new GateJson(
                gate.kind(),
                gate.name(),
                state,
                breaker.position().since(),
                open.map(Position.Open::until),
                open.map(Position.Open::why),
                reopenings(breaker.position()),
                breaker.policy().text(),
                CallsJson.of(breaker.counts()));
    }

    private static int reopenings(Position position) {
        return switch (position) {
            case Position.Closed _ -> 0;
            case Position.Open open -> open.reopenings();
            case Position.HalfOpen half -> half.reopenings();
        };
    }

    /**
     * What went through it since the program started or it came to the site.
     *
     * @param errorShare of the calls made, from 0 to 1; absent before the first
     */
    record CallsJson(
            long total,
            long successful,
            long failed,
            long timedOut,
            long rejected,
            long fallback,
            Optional<Double> errorShare,
            Optional<Instant> lastSuccess,
            Optional<Instant> lastFailure,
            Optional<Instant> lastRejected) {
        static CallsJson of(CallCounts counts) {
            boolean isMade = counts.total() > counts.rejected();
            return new CallsJson(
                    counts.total(),
                    counts.successful(),
                    counts.failed(),
                    counts.timedOut(),
                    counts.rejected(),
                    counts.fallback(),
                    isMade ? Optional.of(counts.errorPercent() / 100) : Optional.empty(),
                    counts.lastSuccess(),
                    counts.lastFailure(),
                    counts.lastRejected());
        }
    }

    /** It came to stand so; {@code by} is absent if it moved by itself. */
    record MoveJson(
            Instant at, GateState state, Optional<Instant> until, int reopenings, Optional<String> by, String why) {
        static MoveJson of(GateMove move) {
            return new MoveJson(
                    move.at(),
                    GateState.of(move),
                    move.until(),
                    move.reopenings(),
                    move.by().map(actor -> actor.name()),
                    move.why());
        }
    }
}
