package org.watchfloor.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.watchfloor.config.Settings;
import org.watchfloor.gate.CallGates;
import org.watchfloor.gate.LimitFigures;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Waiter;
import org.watchfloor.probe.Ladder;
import org.watchfloor.probe.Probes;

/**
 * Waits until a check is due, lets it pass its lane, runs its probe on a virtual thread and reports the result. Runs on
 * a thread of its own; {@link #perform} may be called by any thread.
 */
public final class CheckLoop implements Runnable {
    /** A probe that is this late after its whole budget is interrupted: it broke its contract. */
    private static final Duration OVERRUN = Duration.ofSeconds(2);

    /** Whoever is awake starts a few checks at once, some a little early: waking up costs more than they do. */
    private static final int AT_ONCE = 4;

    private static final Duration EARLY = Duration.ofMillis(50);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private final Inbox inbox;
    private final InstantSource clock;
    private final Waiter waiter;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();
    private final Agenda agenda;
    private final Ladders ladders = new Ladders();
    private final Admission admission;
    private final Map<Rider, Running> running = new HashMap<>();
    private final ProbeRun probeRun = new ProbeRun();
    private final PoolWatch pools;
    private Instant nextSecond = Instant.MIN;
    private volatile boolean stopping;

    public CheckLoop(Probes probes, Inbox inbox, InstantSource clock, Waiter waiter) {
        this.inbox = inbox;
        this.clock = clock;
        this.waiter = waiter;
        this.agenda = new Agenda(probes);
        this.admission = new Admission(agenda, ladders, inbox);
        this.pools = new PoolWatch(probes);
    }

    private record Running(Thread thread, Instant overrunsAt) {}

    @Override
    public void run() {
        try {
            while (!stopping) {
                waiter.waitUntil(startDue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Carries out one of the effects that concern the schedule. */
    void perform(Effect effect) {
        Instant now = clock.instant();
        lock.lock();
        try {
            switch (effect) {
                case Effect.Adopt adopt -> {
                    Settings settings = adopt.site().settings();
                    ladders.limit(settings.concurrent(), settings.concurrentPerHost());
                    admission.adopt(adopt.site());
                    agenda.adopt(adopt.site(), adopt.paused(), now);
                    interruptUnwanted();
                    startWaiting();
                    pools.adopt(adopt.site());
                }
                case Effect.Pace pace -> agenda.pace(pace.check(), pace.every(), now);
                case Effect.RunNow run -> agenda.runNow(run.checks(), now);
                case Effect.Halt halt -> {
                    agenda.halt(halt.check(), now);
                    interruptUnwanted();
                }
                case Effect.Proceed proceed -> agenda.proceed(proceed.check(), now);
                case Effect.Respread respread -> agenda.respread(now);
                case Effect.Diagnose diagnose -> diagnose(diagnose);
                case Effect.CallOff off -> {
                    ladders.callOff(off.check());
                    interruptUnwanted();
                }
                case Effect.Write _,
                        Effect.Send _,
                        Effect.Sample _,
                        Effect.Answer<?> _,
                        Effect.Perform _,
                        Effect.StopAction _,
                        Effect.HearWitnesses _,
                        Effect.ReadBack _ -> throw new IllegalArgumentException("not for the check loop: " + effect);
            }
        } finally {
            lock.unlock();
        }
        waiter.wake();
    }

    /**
     * Starts no more checks and waits for those that run; interrupts what is left after the given time, and diagnoses at
     * once.
     */
    public void stop(Duration drain) throws InterruptedException {
        stopping = true;
        waiter.wake();
        lock.lock();
        try {
            ladders.stop();
            interruptUnwanted();
            long left = drain.toNanos();
            while (admission.running() > 0 && left > 0) {
                left = idle.awaitNanos(left);
            }
            running.values().forEach(run -> run.thread().interrupt());
        } finally {
            lock.unlock();
        }
    }

    Map<String, EngineFigures.Lane> lanes() {
        lock.lock();
        try {
            return admission.lanes();
        } finally {
            lock.unlock();
        }
    }

    /** For the engine thread. */
    OutwardFigures outward() {
        List<LimitFigures> limits = new ArrayList<>(laneLimits());
        limits.addAll(admission.gates().figures());
        return new OutwardFigures(pools.figures(clock.instant()), limits);
    }

    private List<LimitFigures> laneLimits() {
        lock.lock();
        try {
            return admission.laneLimits();
        } finally {
            lock.unlock();
        }
    }

    /** What stands before calls that are not made here. */
    CallGates gates() {
        return admission.gates();
    }

    long skipped() {
        lock.lock();
        try {
            return agenda.skipped();
        } finally {
            lock.unlock();
        }
    }

    /** @return when to look again */
    private Instant startDue() {
        lock.lock();
        try {
            Instant now = clock.instant();
            int taken = 0;
            for (Optional<Turn> due = agenda.takeDue(now); due.isPresent(); due = agenda.takeDue(now)) {
                begin(due.get(), now);
                taken++;
            }
            admission.release(now).forEach(this::start);
            for (; taken < AT_ONCE; taken++) {
                agenda.takeEarly(now.plus(EARLY)).ifPresent(early -> begin(early, now));
            }
            if (!now.isBefore(nextSecond)) {
                nextSecond = now.plusSeconds(1);
                interruptOverruns(now);
                admission.secondPassed(now);
                startWaiting();
            }
            return Stream.of(agenda.nextDue(), admission.nextDue())
                    .flatMap(Optional::stream)
                    .reduce(now.plus(LONGEST_WAIT), (one, other) -> one.isBefore(other) ? one : other);
        } finally {
            lock.unlock();
        }
    }

    private void begin(Turn turn, Instant now) {
        turn.startedFor = turn.onDemand ? now : turn.due;
        agenda.planNext(turn, now);
        if (admission.admit(turn, now)) {
            start(turn);
        }
    }

    /** Starts all that waited for a place and may run by now; what was halted or removed meanwhile gives its place back. */
    private void startWaiting() {
        for (Optional<Rider> next = nextWaiting(); next.isPresent(); next = nextWaiting()) {
            Rider rider = next.get();
            if (rider.isWanted()) {
                start(rider);
            } else {
                admission.leave(rider);
            }
        }
    }

    private Optional<Rider> nextWaiting() {
        return stopping ? Optional.empty() : admission.next();
    }

    private void start(Rider rider) {
        switch (rider) {
            case Turn turn -> start(turn);
            case Climb climb -> start(climb);
        }
    }

    private void start(Turn turn) {
        Thread thread = Thread.ofVirtual().name(turn.threadName).unstarted(() -> look(turn));
        Instant now = clock.instant();
        turn.heldBackSince = Optional.empty();
        if (turn.first) {
            turn.first = false;
            turn.startedFor = now;
        }
        running.put(turn, new Running(thread, now.plus(turn.check.timeout()).plus(OVERRUN)));
        thread.start();
    }

    private void look(Turn turn) {
        Instant startedAt = clock.instant();
        long begin = System.nanoTime();
        Optional<Observation> seen = probeRun.observe(turn.check, turn.probe);
        Duration latency = Duration.ofNanos(System.nanoTime() - begin);
        Duration late = Duration.between(turn.startedFor, startedAt);
        Duration lateness = late.isNegative() ? Duration.ZERO : late;
        seen.filter(observation -> !turn.gone)
                .map(observation -> new CheckResult(turn.check.id(), startedAt, latency, lateness, observation))
                .ifPresent(result -> report(new Event.CheckFinished(result)));
        ended(turn);
    }

    private void report(Event event) {
        try {
            inbox.put(event);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ended(Rider rider) {
        lock.lock();
        try {
            running.remove(rider);
            admission.leave(rider);
            startWaiting();
            startClimbs();
            idle.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void diagnose(Effect.Diagnose asked) {
        agenda.climb(asked)
                .ifPresentOrElse(
                        ladders::add,
                        () -> inbox.command(
                                new Event.DiagnosisFinished(asked.check(), asked.asked(), Optional.empty())));
        startClimbs();
    }

    private void startClimbs() {
        for (Optional<Climb> next = nextClimb(); next.isPresent(); next = nextClimb()) {
            if (admission.admit(next.get(), clock.instant())) {
                start(next.get());
            }
        }
    }

    private Optional<Climb> nextClimb() {
        return stopping ? Optional.empty() : ladders.next();
    }

    private void start(Climb climb) {
        Thread thread = Thread.ofVirtual().name("diagnosis " + climb.check()).unstarted(() -> descend(climb));
        running.put(
                climb, new Running(thread, clock.instant().plus(Ladder.LONGEST).plus(OVERRUN)));
        thread.start();
    }

    private void descend(Climb climb) {
        report(climb.descend(probeRun, clock.instant()));
        ended(climb);
    }

    private void interruptUnwanted() {
        ladders.unwanted().stream()
                .flatMap(climb -> Optional.ofNullable(running.get(climb)).stream())
                .forEach(run -> run.thread().interrupt());
    }

    private void interruptOverruns(Instant now) {
        running.values().stream()
                .filter(run -> run.overrunsAt().isBefore(now))
                .forEach(run -> run.thread().interrupt());
    }
}
