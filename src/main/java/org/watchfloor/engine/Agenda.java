package org.watchfloor.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import org.watchfloor.config.Check;
import org.watchfloor.config.Site;
import org.watchfloor.model.CheckId;
import org.watchfloor.probe.Probe;
import org.watchfloor.probe.Probes;

/**
 * When each check is due. Knows no thread and no clock; guarded by the lock of {@link CheckLoop}.
 *
 * <p>First looks are spread over a short ramp so that the wall fills at once without a burst; after that each check
 * keeps to its own grid. A check never gets a turn while its last one has not ended.
 */
final class Agenda {
    /** First looks take at most this long, as far as {@link #FASTEST} allows; a cold machine measures badly in a burst. */
    private static final Duration RAMP = Duration.ofSeconds(2);

    private static final Duration FASTEST = Duration.ofMillis(2);
    private static final Duration SLOWEST = Duration.ofMillis(50);
    /** A turn that is missed by more than this is left out: after a standstill nothing is caught up in a burst. */
    private static final Duration TOO_LATE = Duration.ofSeconds(2);

    private static final double GOLDEN = 0.618033988749895;

    private final Probes probes;
    private final Map<CheckId, Turn> turns = new HashMap<>();
    private final PriorityQueue<Appointment> appointments = new PriorityQueue<>();
    private long seen;
    private long skipped;

    Agenda(Probes probes) {
        this.probes = probes;
    }

    /** An entry in the queue; stale once the turn's due time was moved. */
    private record Appointment(Instant at, Turn turn) implements Comparable<Appointment> {
        @Override
        public int compareTo(Appointment other) {
            return at.compareTo(other.at);
        }

        boolean isCurrent() {
            return turn.isWanted() && turn.due.equals(at);
        }
    }

    /** These are the checks from now on; those that are the same as before keep their turn. */
    void adopt(Site site, Set<CheckId> paused, Instant now) {
        Map<CheckId, Turn> before = new HashMap<>(turns);
        turns.clear();
        Duration step = rampStep(site.checks().size());
        int fresh = 0;
        for (Check check : site.checks()) {
            Turn old = before.get(check.id());
            if (old != null && isSame(old.check, check)) {
                before.remove(check.id());
                turns.put(check.id(), old);
                setHalted(old, paused.contains(check.id()), now);
            } else {
                enlist(check, paused.contains(check.id()), now, now.plus(step.multipliedBy(fresh++)));
            }
        }
        before.values().forEach(turn -> turn.gone = true);
    }

    /** The next turn whose time has come; it is busy until {@link #ended}. */
    Optional<Turn> takeDue(Instant now) {
        while (!appointments.isEmpty() && !appointments.peek().at().isAfter(now)) {
            Appointment appointment = appointments.remove();
            Turn turn = appointment.turn();
            if (!appointment.isCurrent()) {
                continue;
            }
            boolean tooLate = appointment.at().plus(TOO_LATE).isBefore(now) && !turn.onDemand;
            if (turn.busy || tooLate) {
                skipped++;
                schedule(turn, turn.gridAfter(now));
            } else {
                turn.busy = true;
                return Optional.of(turn);
            }
        }
        return Optional.empty();
    }

    /** The next turn if its time comes until then and nothing stands in its way; it is busy until {@link #ended}. */
    Optional<Turn> takeEarly(Instant until) {
        return nextDue()
                .filter(next -> !next.isAfter(until))
                .map(next -> appointments.element().turn())
                .filter(turn -> !turn.busy)
                .map(turn -> {
                    appointments.remove();
                    turn.busy = true;
                    return turn;
                });
    }

    /** Sets the time of the turn after this one. Called when the turn begins. */
    void planNext(Turn turn, Instant now) {
        Duration halfway = turn.every.dividedBy(2);
        schedule(turn, turn.gridAfter(turn.onDemand ? now : now.plus(halfway)));
    }

    /** A turn that was held back gets another one then, unless its own is earlier. */
    void postpone(Turn turn, Instant until) {
        turn.busy = false;
        if (turn.isWanted() && until.isBefore(turn.due)) {
            schedule(turn, until);
        }
    }

    void ended(Turn turn) {
        turn.busy = false;
    }

    Optional<Instant> nextDue() {
        while (!appointments.isEmpty() && !appointments.peek().isCurrent()) {
            appointments.remove();
        }
        return Optional.ofNullable(appointments.peek()).map(Appointment::at);
    }

    void pace(CheckId check, Duration every, Instant now) {
        Turn turn = turns.get(check);
        if (turn != null && !turn.every.equals(every)) {
            boolean faster = every.compareTo(turn.every) < 0;
            turn.every = every;
            schedule(turn, faster ? now.plus(every) : turn.gridAfter(now.plus(every.dividedBy(2))));
        }
    }

    void runNow(Collection<CheckId> checks, Instant now) {
        for (CheckId check : checks) {
            Turn turn = turns.get(check);
            if (turn != null && !turn.busy && !turn.halted) {
                schedule(turn, now);
                turn.onDemand = true;
            }
        }
    }

    void halt(CheckId check, Instant now) {
        Optional.ofNullable(turns.get(check)).ifPresent(turn -> setHalted(turn, true, now));
    }

    void proceed(CheckId check, Instant now) {
        Optional.ofNullable(turns.get(check)).ifPresent(turn -> setHalted(turn, false, now));
    }

    /** Forgets what was due: everything goes on at its next point of the grid. */
    void respread(Instant now) {
        turns.values().stream().filter(turn -> !turn.halted).forEach(turn -> schedule(turn, turn.gridAfter(now)));
    }

    /** The descent that was asked for; empty if the check is gone or its kind has no ladder. */
    Optional<Climb> climb(Effect.Diagnose asked) {
        return Optional.ofNullable(turns.get(asked.check()))
                .flatMap(turn -> probes.ladder(turn.check.spec()).map(ladder -> new Climb(asked, turn, ladder)));
    }

    /** Turns left out since the start. */
    long skipped() {
        return skipped;
    }

    private void enlist(Check check, boolean paused, Instant now, Instant inRamp) {
        double share = (seen++ * GOLDEN) % 1.0;
        Instant onGrid = now.plusNanos((long) (check.every().toNanos() * share));
        Instant first = inRamp.isBefore(onGrid) ? inRamp : onGrid;
        Turn turn = new Turn(check, open(check), probes.keyOf(check.spec()), share, first);
        turn.halted = paused;
        turns.put(check.id(), turn);
        if (!paused) {
            schedule(turn, first);
        }
    }

    /** A type that cannot open what it has read has a bug; its check says so, the others go on. */
    private Probe open(Check check) {
        try {
            return probes.open(check.spec());
        } catch (RuntimeException e) {
            return _ -> {
                throw e;
            };
        }
    }

    private static Duration rampStep(int checks) {
        Duration even = RAMP.dividedBy(Math.max(1, checks));
        if (even.compareTo(FASTEST) < 0) {
            return FASTEST;
        }
        return even.compareTo(SLOWEST) < 0 ? even : SLOWEST;
    }

    private void setHalted(Turn turn, boolean halted, Instant now) {
        boolean resumed = turn.halted && !halted;
        turn.halted = halted;
        if (resumed) {
            schedule(turn, now);
        }
    }

    private void schedule(Turn turn, Instant at) {
        turn.due = at;
        turn.onDemand = false;
        appointments.add(new Appointment(at, turn));
    }

    /** True if the same turn serves both. */
    static boolean isSame(Check one, Check other) {
        return one.spec().equals(other.spec())
                && one.every().equals(other.every())
                && one.timeout().equals(other.timeout());
    }
}
