package org.watchfloor.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.watchfloor.gate.Admission.Admitted;
import org.watchfloor.gate.Admission.Rejected;
import org.watchfloor.gate.Admission.Ticket;
import org.watchfloor.gate.Position.Closed;
import org.watchfloor.gate.Position.HalfOpen;
import org.watchfloor.gate.Position.Open;
import org.watchfloor.gate.Trip.Rate;

/**
 * A circuit breaker: stops calls to what is known to be broken, and lets a few trials find out whether it is whole again.
 * A value: every method returns the next breaker, and time is an argument. Who keeps it sees to it that one thread at a
 * time does.
 *
 * @param era counts transitions
 * @see <a href="https://resilience4j.readme.io/docs/circuitbreaker">resilience4j</a>, whose rate mode this agrees with
 */
public record Breaker(BreakerPolicy policy, Position position, Hand hand, long era, CallCounts counts) {
    /** Of a call that began before the last transition. */
    private static final Ticket BEFORE = new Ticket(-1);

    public static Breaker closed(BreakerPolicy policy, Instant now) {
        return new Breaker(policy, new Closed(now, policy.trip().closed()), Hand.OFF, 0, CallCounts.NONE);
    }

    /** Asks for a call. */
    public Admission ask(Instant now) {
        return switch (hand) {
            case FORCED_OPEN -> reject(now, Optional.empty());
            case DISABLED, METRICS_ONLY -> new Admitted(this, new Ticket(era));
            case OFF -> askPosition(now);
        };
    }

    /** For a call that began then, if it was let through. */
    public Ticket ticket(Instant begun) {
        return begun.isBefore(position.since()) ? BEFORE : new Ticket(era);
    }

    /** Reports the end of a call. */
    public Breaker ended(Ticket ticket, CallResult result, Duration took, Instant now) {
        if (hand == Hand.DISABLED) {
            return this;
        }
        Breaker counted = with(counts.with(result, now));
        boolean judges = hand == Hand.OFF && ticket.era() == era;
        return judges ? counted.judged(new Tally.Call(result.isFailure(), isSlow(took), now)) : counted;
    }

    /**
     * Reports a call that was made whatever the breaker says, as checks are, which must not go blind. While it is open a
     * success is a trial at any time, a failure only when one was due.
     */
    public Breaker passed(CallResult result, Duration took, Instant begun, Instant now) {
        if (hand != Hand.OFF || begun.isBefore(position.since())) {
            return ended(BEFORE, result, took, now);
        }
        return switch (position) {
            case Closed closed -> ended(new Ticket(era), result, took, now);
            case Open open when result.isFailure() && begun.isBefore(open.until()) -> ended(BEFORE, result, took, now);
            case Open open -> ended(tryAgain(open.reopenings(), begun), result, took, now);
            case HalfOpen half -> ended(admit(half), result, took, now);
        };
    }

    private static Breaker ended(Admission admission, CallResult result, Duration took, Instant now) {
        return switch (admission) {
            case Admitted(Breaker after, Ticket ticket) -> after.ended(ticket, result, took, now);
            case Rejected(Breaker after, var retryAt) -> after;
        };
    }

    /** The same under other rules: what is open stays open, what was counted in a row begins anew. */
    public Breaker under(BreakerPolicy next) {
        Position kept = position instanceof Open
                ? position
                : new Closed(position.since(), next.trip().closed());
        return next.equals(policy) ? this : new Breaker(next, kept, hand, era + 1, counts);
    }

    /** Since when calls are rejected, but for trials; empty if they go through. */
    public Optional<Instant> shutSince() {
        return switch (hand) {
            case FORCED_OPEN -> Optional.of(position.since());
            case DISABLED, METRICS_ONLY -> Optional.empty();
            case OFF -> position instanceof Closed ? Optional.empty() : Optional.of(position.since());
        };
    }

    /** How much time to leave between two calls that are made in any case; empty: as usual. */
    public Optional<Duration> spacing() {
        return switch (hand) {
            case FORCED_OPEN -> Optional.of(delay(0));
            case DISABLED, METRICS_ONLY -> Optional.empty();
            case OFF ->
                position instanceof Open open
                        ? Optional.of(Duration.between(open.since(), open.until()))
                        : Optional.empty();
        };
    }

    /** Notes that a call which was rejected or failed was answered by something else. */
    public Breaker fellBack() {
        return with(counts.fellBack());
    }

    /** Judges by itself from now on, beginning closed. */
    public Breaker reset(Instant now) {
        return moved(closedAt(now), Hand.OFF);
    }

    /** Stays open from now on, until {@link #reset}. */
    public Breaker keptOpen(Instant now) {
        return moved(new Open(now, now.plus(delay(0)), 0, "kept open by hand"), Hand.FORCED_OPEN);
    }

    /** Stays as it is told until {@link #reset}. */
    public Breaker set(Hand wanted) {
        return moved(position, wanted);
    }

    /**
     * After a restart: an open breaker waits for the rest of its time, but never longer than its policy says, and none
     * stands as it does since a time to come.
     */
    public Breaker restored(Instant now) {
        Instant since = earlier(position.since(), now);
        Position next = switch (position) {
            case Closed closed -> new Closed(since, closed.tally());
            case Open open ->
                new Open(
                        since,
                        earlier(open.until(), now.plus(delay(open.reopenings()))),
                        open.reopenings(),
                        open.why());
            case HalfOpen half -> new Open(since, now, half.reopenings(), "its trials were cut short by a restart");
        };
        return moved(next, hand);
    }

    /** The clock was set back: what it stamped is as old as it was. What was counted begins anew. */
    public Breaker setBack(Duration back) {
        Instant since = position.since().minus(back);
        return at(
                switch (position) {
                    case Closed closed -> new Closed(since, policy.trip().closed());
                    case Open open -> new Open(since, open.until().minus(back), open.reopenings(), open.why());
                    case HalfOpen half -> new HalfOpen(since, half.reopenings(), half.begun(), half.tally());
                });
    }

    private Admission askPosition(Instant now) {
        return switch (position) {
            case Closed closed -> new Admitted(this, new Ticket(era));
            case Open open when now.isBefore(open.until()) -> reject(now, Optional.of(open.until()));
            case Open open -> tryAgain(open.reopenings(), now);
            case HalfOpen half when half.begun() < policy.trip().trials() -> admit(half);
            case HalfOpen half when now.isBefore(half.since().plus(policy.timeout())) -> reject(now, Optional.empty());
            case HalfOpen half -> tryAgain(half.reopenings(), now);
        };
    }

    /** The first trial; the trials before, if any, are not waited for any longer. */
    private Admission tryAgain(int reopenings, Instant now) {
        HalfOpen half = new HalfOpen(now, reopenings, 0, policy.trip().halfOpen());
        return moved(half, hand).admit(half);
    }

    private Admission admit(HalfOpen half) {
        HalfOpen more = new HalfOpen(half.since(), half.reopenings(), half.begun() + 1, half.tally());
        return new Admitted(new Breaker(policy, more, hand, era, counts), new Ticket(era));
    }

    private Admission reject(Instant now, Optional<Instant> retryAt) {
        return new Rejected(with(counts.rejected(now)), retryAt);
    }

    private Breaker judged(Tally.Call call) {
        return switch (position) {
            case Closed closed -> judgedClosed(closed, closed.tally().with(call), call.at());
            case HalfOpen half -> judgedHalfOpen(half, half.tally().with(call), call.at());
            case Open open -> this;
        };
    }

    private Breaker judgedClosed(Closed closed, Tally tally, Instant now) {
        return tally.verdict() == Tally.Verdict.BAD
                ? moved(openAt(now, 0, tally), hand)
                : at(new Closed(closed.since(), tally));
    }

    private Breaker judgedHalfOpen(HalfOpen half, Tally tally, Instant now) {
        return switch (tally.verdict()) {
            case BAD -> moved(openAt(now, half.reopenings() + 1, tally), hand);
            case GOOD -> moved(closedAt(now), hand);
            case UNDECIDED -> at(new HalfOpen(half.since(), half.reopenings(), half.begun(), tally));
        };
    }

    private Open openAt(Instant now, int reopenings, Tally tally) {
        return new Open(now, now.plus(delay(reopenings)), reopenings, tally.text());
    }

    private Closed closedAt(Instant now) {
        return new Closed(now, policy.trip().closed());
    }

    private Duration delay(int reopenings) {
        return policy.reset().after(reopenings);
    }

    private boolean isSlow(Duration took) {
        return policy.trip() instanceof Rate rate && took.compareTo(rate.slow()) > 0;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private Breaker with(CallCounts newCounts) {
        return new Breaker(policy, position, hand, era, newCounts);
    }

    private Breaker at(Position newPosition) {
        return new Breaker(policy, newPosition, hand, era, counts);
    }

    private Breaker moved(Position newPosition, Hand newHand) {
        return new Breaker(policy, newPosition, newHand, era + 1, counts);
    }
}
