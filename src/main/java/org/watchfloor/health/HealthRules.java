package org.watchfloor.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.watchfloor.config.Check;
import org.watchfloor.health.CheckHealth.Coming;
import org.watchfloor.health.CheckHealth.HeldBack;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.State;

/**
 * How one result, or the lack of one, changes what is known of a check. Pure.
 *
 * <p>A result that differs from the hard state is soft until it was seen often enough in a row: {@code unhealthy-after}
 * times towards worse, {@code healthy-after} times towards better. The first good answer of a check that nothing is
 * known of counts at once.
 */
public final class HealthRules {
    private HealthRules() {}

    /** @param result with thresholds applied */
    public static CheckHealth afterResult(Check check, CheckHealth before, CheckResult result, Instant now) {
        State seen = seen(result.outcome());
        Optional<Coming> coming = coming(check, before, seen);
        boolean confirmed = coming.filter(c -> c.streak() >= c.needed()).isPresent();
        State hard = confirmed ? seen : before.hard();
        Optional<Coming> open = confirmed ? Optional.empty() : coming;
        Optional<String> behind = before.behind().filter(_ -> hard == State.DOWN);
        State shown = shown(hard, open, behind);
        return new CheckHealth(
                before.check(),
                shown,
                shown == before.state() ? before.since() : now,
                hard,
                open,
                Optional.of(result),
                failingSince(before, seen, coming, result.startedAt()),
                behind,
                Optional.empty(),
                before.observedSince(),
                before.recent().with(latencyMillis(seen, result)),
                open.isPresent() ? before.flaps() : before.flaps().with(confirmed && isOwnChange(before)));
    }

    /** What goes down and comes back behind something else does not flap itself. */
    private static boolean isOwnChange(CheckHealth before) {
        return before.hard() != State.UNKNOWN && before.behind().isEmpty();
    }

    /**
     * True if the check should have reported by now: nothing for twice its interval, and its time to answer. Why a look was
     * held back is a report too.
     */
    public static boolean isOverdue(Check check, Pace pace, CheckHealth health, Instant now) {
        Duration patience = pace.every().multipliedBy(2).plus(check.timeout());
        Instant counted = later(health.observedSince(), pace.since());
        Instant seen = later(counted, health.last().map(CheckResult::finishedAt).orElse(counted));
        Instant told = later(seen, health.heldBack().map(HeldBack::at).orElse(seen));
        return now.isAfter(told.plus(patience));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** A look was due and not made, by our own doing: that says nothing of the target, and is told beside what is known. */
    public static CheckHealth heldBack(CheckHealth health, Instant at, String why) {
        Instant since = health.heldBack().map(HeldBack::since).orElse(at);
        return new CheckHealth(
                health.check(),
                health.state(),
                health.since(),
                health.hard(),
                health.coming(),
                health.last(),
                health.failingSince(),
                health.behind(),
                Optional.of(new HeldBack(since, at, why)),
                health.observedSince(),
                health.recent(),
                health.flaps());
    }

    /** The same check, shown in another state from now on: {@link State#STALE} or {@link State#PAUSED}. */
    public static CheckHealth shownAs(State state, CheckHealth health, Instant now) {
        return health.shown(state, now);
    }

    /** Watching begins again after a time without: what was not confirmed is forgotten, staleness counts anew. */
    public static CheckHealth observedAgain(CheckHealth health, Instant now) {
        Optional<Instant> failingSince = health.failingSince().filter(_ -> health.hard() != State.UP);
        return new CheckHealth(
                        health.check(),
                        health.state(),
                        health.since(),
                        health.hard(),
                        Optional.empty(),
                        health.last(),
                        failingSince,
                        health.behind(),
                        Optional.empty(),
                        now,
                        health.recent(),
                        health.flaps())
                .shown(shown(health.hard(), Optional.empty(), health.behind()), now);
    }

    /** The clock was set back: what it stamped before is as old as it was. */
    public static CheckHealth setBack(CheckHealth health, Duration back) {
        return new CheckHealth(
                health.check(),
                health.state(),
                health.since().minus(back),
                health.hard(),
                health.coming(),
                health.last().map(last -> setBack(last, back)),
                health.failingSince(),
                health.behind(),
                health.heldBack()
                        .map(held ->
                                new HeldBack(held.since().minus(back), held.at().minus(back), held.why())),
                health.observedSince().minus(back),
                health.recent(),
                health.flaps());
    }

    private static CheckResult setBack(CheckResult last, Duration back) {
        return new CheckResult(
                last.check(), last.startedAt().minus(back), last.latency(), last.lateness(), last.observation());
    }

    /** A check that fails is seen to lie behind something that is down; what it says of its target counts no more. */
    public static CheckHealth cutOff(CheckHealth health, String behind, Instant now) {
        Flaps flaps = health.behind().isEmpty() ? health.flaps().withoutLatestChange() : health.flaps();
        return with(health, health.hard(), health.coming(), Optional.of(behind), flaps)
                .shown(health.state() == State.DOWN ? State.UNREACHABLE : health.state(), now);
    }

    /**
     * What it lay behind works again: whether its own target does is open until it was seen often enough, so that a
     * recovery upstream brings no wave of false alarms.
     */
    public static CheckHealth inSightAgain(Check check, CheckHealth health, Instant now) {
        Coming doubt = new Coming(State.DOWN, 0, check.unhealthyAfter());
        return with(health, State.UNKNOWN, Optional.of(doubt), Optional.empty(), health.flaps())
                .shown(health.state() == State.UNREACHABLE ? State.PENDING : health.state(), now);
    }

    private static CheckHealth with(
            CheckHealth health, State hard, Optional<Coming> coming, Optional<String> behind, Flaps flaps) {
        return new CheckHealth(
                health.check(),
                health.state(),
                health.since(),
                hard,
                coming,
                health.last(),
                health.failingSince(),
                behind,
                health.heldBack(),
                health.observedSince(),
                health.recent(),
                flaps);
    }

    static State seen(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Up up -> State.UP;
            case Outcome.Degraded degraded -> State.DEGRADED;
            case Outcome.Down down -> State.DOWN;
            case Outcome.Unknown unknown -> State.UNKNOWN;
        };
    }

    private static Optional<Coming> coming(Check check, CheckHealth before, State seen) {
        State hard = before.hard();
        if (seen == hard) {
            return Optional.empty();
        }
        boolean worse = seen.isWorseThan(hard);
        int streak = before.coming()
                .filter(coming -> coming.state().isWorseThan(hard) == worse)
                .map(coming -> coming.streak() + 1)
                .orElse(1);
        int needed = worse ? check.unhealthyAfter() : check.healthyAfter();
        boolean firstGoodAnswer = hard == State.UNKNOWN && seen == State.UP;
        return Optional.of(new Coming(seen, streak, firstGoodAnswer ? 1 : needed));
    }

    private static State shown(State hard, Optional<Coming> coming, Optional<String> behind) {
        if (hard == State.DOWN && behind.isPresent()) {
            return State.UNREACHABLE;
        }
        boolean hidesNothing = hard == State.UP || hard == State.UNKNOWN;
        boolean trouble = coming.filter(c -> c.state() != State.UP).isPresent();
        return hidesNothing && trouble ? State.PENDING : hard;
    }

    private static Optional<Instant> failingSince(
            CheckHealth before, State seen, Optional<Coming> coming, Instant startedAt) {
        if (seen == State.UP) {
            return before.hard() == State.UP
                            || coming.filter(c -> c.streak() >= c.needed()).isPresent()
                    ? Optional.empty()
                    : before.failingSince();
        }
        boolean begins = coming.filter(c -> c.streak() == 1 && seen.isWorseThan(before.hard()))
                .isPresent();
        return begins || before.failingSince().isEmpty() ? Optional.of(startedAt) : before.failingSince();
    }

    private static float latencyMillis(State seen, CheckResult result) {
        boolean answered = seen == State.UP || seen == State.DEGRADED;
        return answered ? result.latency().toNanos() / 1_000_000f : Float.NaN;
    }
}
