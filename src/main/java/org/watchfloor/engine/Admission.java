package org.watchfloor.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchfloor.config.Site;
import org.watchfloor.gate.CallGates;
import org.watchfloor.gate.CallLimits;
import org.watchfloor.gate.LimitFigures;
import org.watchfloor.gate.Permission;

/**
 * Who may begin now: first a permission of the rate limits, then a place in a lane, so that nobody has a place who may not
 * begin yet. What gets neither in time is held back, which is reported and tried again. Guarded by the lock of
 * {@link CheckLoop}.
 */
final class Admission {
    private final Agenda agenda;
    private final Ladders ladders;
    private final Inbox inbox;
    private final Lanes lanes = new Lanes(1_000, 8);
    private final CallGates gates =
            new CallGates(task -> Thread.ofVirtual().name("limits").start(task));
    private final Holding holding = new Holding(gates);

    Admission(Agenda agenda, Ladders ladders, Inbox inbox) {
        this.agenda = agenda;
        this.ladders = ladders;
        this.inbox = inbox;
    }

    void adopt(Site site) {
        lanes.limit(site.settings().concurrent(), site.settings().concurrentPerHost());
        lanes.adopt(site.section(CallLimits.class).orElse(CallLimits.NONE));
        holding.adopt(site);
    }

    /** True if it may begin at once; else it waits, or is held back. */
    boolean admit(Rider rider, Instant now) {
        return switch (holding.ask(rider, now)) {
            case Permission.Granted(Duration after) when after.isZero() -> enter(rider, now);
            case Permission.Granted(Duration after) -> {
                holding.keep(rider, now.plus(after));
                yield false;
            }
            case Permission.Refused(String why) -> {
                holdBack(rider, why, now);
                yield false;
            }
        };
    }

    /** Those whose permission has come due and who may begin; what was halted or removed meanwhile is forgotten. */
    List<Rider> release(Instant now) {
        List<Rider> free = new ArrayList<>();
        for (Optional<Rider> due = holding.takeDue(now); due.isPresent(); due = holding.takeDue(now)) {
            Rider rider = due.get();
            if (rider instanceof Turn turn) {
                turn.startedFor = now;
            }
            if (!rider.isWanted()) {
                forget(rider);
            } else if (enter(rider, now)) {
                free.add(rider);
            }
        }
        return free;
    }

    private boolean enter(Rider rider, Instant now) {
        if (rider instanceof Turn turn) {
            turn.queuedAt = now;
        }
        Optional<String> refusal = holding.isOverdue(rider, now) ? Optional.empty() : lanes.refusal(rider);
        refusal.ifPresent(why -> holdBack(rider, why, now));
        return refusal.isEmpty() && lanes.enter(rider);
    }

    /** To be called once a second. */
    void secondPassed(Instant now) {
        lanes.widen();
        lanes.giveUp((rider, wait) -> hasWaited(rider, wait, now)).forEach((rider, why) -> holdBack(rider, why, now));
    }

    private boolean hasWaited(Rider rider, Duration wait, Instant now) {
        return rider instanceof Turn turn && turn.queuedAt.plus(wait).isBefore(now) && !holding.isOverdue(turn, now);
    }

    private void holdBack(Rider rider, String why, Instant now) {
        switch (rider) {
            case Turn turn -> {
                turn.heldBackSince = turn.heldBackSince.or(() -> Optional.of(now));
                agenda.postpone(turn, Holding.again(now));
                inbox.command(new Event.HeldBack(turn.check.id(), now, why));
            }
            case Climb climb -> {
                ladders.ended(climb);
                inbox.command(climb.notMade(now, why));
            }
        }
    }

    /** The next one that waited for a place and may begin now, if it is still wanted. */
    Optional<Rider> next() {
        return lanes.next();
    }

    /** Gives its place back. */
    void leave(Rider rider) {
        forget(rider);
        lanes.leave(rider);
    }

    private void forget(Rider rider) {
        switch (rider) {
            case Turn turn -> agenda.ended(turn);
            case Climb climb -> ladders.ended(climb);
        }
    }

    /** When the next permission comes due. */
    Optional<Instant> nextDue() {
        return holding.nextDue();
    }

    int running() {
        return lanes.running();
    }

    Map<String, EngineFigures.Lane> lanes() {
        return lanes.figures();
    }

    List<LimitFigures> laneLimits() {
        return lanes.limits();
    }

    /** Needs no lock. */
    CallGates gates() {
        return gates;
    }
}
