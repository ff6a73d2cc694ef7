package org.watchfloor.health;

import java.time.Instant;
import java.util.Optional;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.State;

/**
 * What is known of one check.
 *
 * @param state what is shown
 * @param since when {@code state} began
 * @param hard the last confirmed state: UP, DEGRADED, DOWN or UNKNOWN; UNKNOWN also before anything was confirmed
 * @param coming where the latest results point while they are not confirmed yet
 * @param last the latest result with thresholds applied; empty before the first one
 * @param failingSince when the first failed look of the present trouble began
 * @param behind what it cannot be seen past while it is hard DOWN: {@code gw-1}; empty while that is not known to be so
 * @param heldBack what kept the latest looks that were due from being made; empty once one was made again
 * @param observedSince staleness counts from here if no result is younger: start, resume, end of a gap
 */
public record CheckHealth(
        CheckId check,
        State state,
        Instant since,
        State hard,
        Optional<Coming> coming,
        Optional<CheckResult> last,
        Optional<Instant> failingSince,
        Optional<String> behind,
        Optional<HeldBack> heldBack,
        Instant observedSince,
        Recent recent,
        Flaps flaps) {
    /** An unconfirmed state: {@code streak} of {@code needed} results in a row say so. */
    public record Coming(State state, int streak, int needed) {}

    /**
     * Looks that were due and were not made, by our own doing.
     *
     * @param since when the first one in a row was due
     * @param at when the latest one was
     */
    public record HeldBack(Instant since, Instant at, String why) {}

    /** A check that nobody has looked at yet. */
    public static CheckHealth unseen(CheckId check, Instant now) {
        return new CheckHealth(
                check,
                State.UNKNOWN,
                now,
                State.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                now,
                Recent.NONE,
                Flaps.NONE);
    }

    /** What the operator reads about it: the latest message, or why there is none. */
    public String message() {
        return heldBack.map(HeldBack::why)
                .or(() -> last.map(result -> result.outcome().message()))
                .orElse("no data yet");
    }

    /** The same health, shown in another state from now on if that differs. */
    CheckHealth shown(State next, Instant now) {
        Instant begin = next == state ? since : now;
        return new CheckHealth(
                check, next, begin, hard, coming, last, failingSince, behind, heldBack, observedSince, recent, flaps);
    }

    /** The same with how far it is on its way to another hard state: {@code 2 of 3: connection refused}. */
    public String progress() {
        return coming.map(next -> (next.state().isWorseThan(hard) ? "" : "recovering, ") + next.streak() + " of "
                        + next.needed() + ": " + message())
                .orElseGet(this::message);
    }
}
