package org.watchfloor.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchfloor.gate.Hand;
import org.watchfloor.recovery.action.ActionId;

/**
 * The one thread that decides: takes events from the inbox, has them decided, writes down what was decided, carries out
 * the effects and publishes a snapshot. Owns the engine's state. Runs on a platform thread of its own.
 */
public final class EngineLoop implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(EngineLoop.class);
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration BETWEEN_SNAPSHOTS = Duration.ofMillis(100);
    /** After a batch of results the next one may take this long to come together; waking up for each costs more. */
    private static final Duration GATHER = Duration.ofMillis(20);

    private final Inbox inbox;
    private final CheckLoop checks;
    private final Journal journal;
    private final InstantSource clock;
    private final SnapshotMaker maker;
    private final Publisher publisher;
    private final Dispatch dispatch;
    private final Hearing hearing;
    private final PastReader past;
    private final Hands hands;
    private final Receipts receipts;
    private final Pulse pulse;
    private final Meter meter;
    private final Decider decider = new Decider();
    private final List<Effect.Send> sends = new ArrayList<>();
    private final List<Effect.Answer<?>> answers = new ArrayList<>();
    private final List<Effect.Perform> steps = new ArrayList<>();
    private EngineState state;
    private long ticket;
    private Instant nextTick;
    private Instant nextSnapshot;
    private boolean unseen = true;
    private boolean busy;
    private volatile boolean stopping;

    EngineLoop(Inbox inbox, CheckLoop checks, Journal journal, EngineState start, Surroundings around) {
        this.inbox = inbox;
        this.checks = checks;
        this.journal = journal;
        this.clock = around.clock();
        this.state = start;
        Instant now = clock.instant();
        this.pulse = new Pulse(clock, System::nanoTime);
        this.meter = new Meter(now);
        this.maker = new SnapshotMaker(now, around.lifecycle());
        this.dispatch = new Dispatch(journal, around.notifiers(), checks.gates(), inbox::command);
        this.hearing = new Hearing(around.witnessing(), inbox::command);
        this.hands = new Hands(journal, new StepGate(checks.gates(), around.performer()), inbox::command);
        this.past = new PastReader(around.recordings(), clock, inbox::command);
        this.receipts = new Receipts(journal);
        this.publisher = new Publisher(journal, maker.make(state, now, EngineFigures.atStart(now)));
        this.nextTick = now.plus(TICK);
        this.nextSnapshot = now;
    }

    Snapshots snapshots() {
        return publisher;
    }

    @Override
    public void run() {
        try {
            while (!stopping) {
                turn(next());
            }
            turn(inbox.take(clock.instant()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Event> next() throws InterruptedException {
        Instant deadline = unseen && nextSnapshot.isBefore(nextTick) ? nextSnapshot : nextTick;
        if (!busy) {
            return inbox.take(deadline);
        }
        Instant gathered = clock.instant().plus(GATHER);
        return inbox.gather(gathered.isBefore(deadline) ? gathered : deadline);
    }

    /** What the step of the action that is under way has printed so far. */
    String output(ActionId action) {
        return hands.output(action);
    }

    /** Ends after what waits in the inbox now has been decided. */
    void stop() {
        stopping = true;
        past.stop();
        hands.close();
        inbox.wake();
    }

    private void turn(List<Event> batch) {
        Instant now = clock.instant();
        List<Entry> entries = new ArrayList<>();
        sends.clear();
        answers.clear();
        steps.clear();
        pulse.beat().ifPresent(gap -> {
            nextTick = now;
            nextSnapshot = now;
            handle(new Event.GapSeen(gap), now, entries);
        });
        batch.forEach(event -> handle(event, now, entries));
        if (!now.isBefore(nextTick)) {
            nextTick = now.plus(TICK);
            meter.beat(now);
            handle(new Event.Tick(), now, entries);
            journal.figures().trouble().ifPresent(why -> {
                handle(new Event.StoreLost(why), now, entries);
                hands.giveUpWaiting();
            });
            unseen = true;
        }
        if (!entries.isEmpty()) {
            ticket = journal.append(entries);
        }
        if (!sends.isEmpty()) {
            dispatch.offer(List.copyOf(sends), ticket);
        }
        if (!steps.isEmpty()) {
            hands.offer(List.copyOf(steps), ticket);
        }
        if (!answers.isEmpty()) {
            receipts.offer(answers, ticket);
        }
        busy = !batch.isEmpty();
        unseen |= busy;
        if (unseen && !now.isBefore(nextSnapshot)) {
            nextSnapshot = now.plus(BETWEEN_SNAPSHOTS);
            unseen = false;
            publisher.offer(maker.make(state, now, maker.figures(meter, checks, journal, inbox)), ticket);
        }
    }

    private void handle(Event event, Instant now, List<Entry> entries) {
        if (event instanceof Event.CheckFinished finished) {
            meter.count(finished.result());
        }
        try {
            Decision decision = decider.decide(state, event, now);
            state = decision.next();
            decision.effects().forEach(effect -> perform(effect, entries));
        } catch (RuntimeException e) {
            LOG.error("a defect of Watchfloor: {} could not be decided; watching goes on", event, e);
        }
    }

    private void perform(Effect effect, List<Entry> entries) {
        switch (effect) {
            case Effect.Write write -> {
                log(write.entry());
                entries.add(write.entry());
            }
            case Effect.Sample sample -> journal.sample(sample.result(), sample.hard());
            case Effect.Pace pace -> checks.perform(pace);
            case Effect.RunNow run -> checks.perform(run);
            case Effect.Adopt adopt -> checks.perform(adopt);
            case Effect.Halt halt -> checks.perform(halt);
            case Effect.Proceed proceed -> checks.perform(proceed);
            case Effect.Send send -> sends.add(send);
            case Effect.HearWitnesses hear -> hearing.begin(hear.witnesses());
            case Effect.ReadBack back -> past.read(back.recall());
            case Effect.Answer<?> answer -> answers.add(answer);
            case Effect.Perform step -> steps.add(step);
            case Effect.StopAction stop -> hands.stop(stop.action());
            case Effect.Diagnose diagnose -> checks.perform(diagnose);
            case Effect.CallOff off -> checks.perform(off);
            case Effect.Respread respread -> checks.perform(respread);
        }
    }

    private static void log(Entry entry) {
        switch (entry) {
            case Entry.StateChanged changed ->
                LOG.info(
                        "{} is {}, was {}: {}",
                        changed.transition().check(),
                        changed.transition().to(),
                        changed.transition().from(),
                        changed.transition().message());
            case Entry.IncidentSaved saved ->
                LOG.info(
                        "incident {} {}: {}",
                        saved.incident().id(),
                        saved.incident().isOpen() ? "open" : "resolved",
                        saved.incident().summary());
            case Entry.GapRecorded recorded ->
                LOG.warn(
                        "nothing was observed from {} to {}: {}",
                        recorded.gap().from(),
                        recorded.gap().to(),
                        recorded.gap().cause());
            case Entry.FailureSaved saved ->
                LOG.info(
                        "failure {} {} of {}: {}",
                        saved.failure().id(),
                        saved.failure().kind().type(),
                        saved.failure().target().check(),
                        saved.failure()
                                .ended()
                                .map(ended -> "over by " + ended.by())
                                .orElse(saved.failure().message()));
            case Entry.ActionSaved saved ->
                LOG.info(
                        "action {} ({} on {}) {}: {}",
                        saved.action().id(),
                        saved.action().runbook(),
                        saved.action().target().check(),
                        saved.action().status().text(),
                        saved.action().said());
            case Entry.AutomationSet set ->
                LOG.info(
                        "automation{} set to {}: {}",
                        set.move().service().map(service -> " of " + service).orElse(""),
                        set.move().stopped()
                                ? "nothing at all"
                                : set.move().level().map(Object::toString).orElse("that of the console"),
                        set.move().why());
            case Entry.StepSaved _ -> {}
            case Entry.ServiceMoved moved ->
                LOG.info(
                        "calls to service {} go to {} (action {})",
                        moved.move().service(),
                        moved.move().to(),
                        moved.move().action());
            case Entry.GateMoved moved ->
                LOG.info(
                        "breaker {} is {}: {}",
                        moved.move().gate(),
                        moved.move().hand() == Hand.OFF
                                ? moved.move().stand()
                                : moved.move().hand(),
                        moved.move().why());
            case Entry.VerdictAdded added ->
                LOG.info(
                        "alert {} {} of {}: {}: {}",
                        added.verdict().alert(),
                        added.verdict().rule(),
                        added.verdict().subject(),
                        added.verdict().kind(),
                        added.verdict().text());
            case Entry.AlertSaved _,
                    Entry.AlertClosed _,
                    Entry.OutsideLasts _,
                    Entry.GroupSaved _,
                    Entry.GroupClosed _,
                    Entry.PostingSaved _ -> {}
            case Entry.TimelineAdded added ->
                LOG.debug(
                        "incident {}: {}",
                        added.entry().incident(),
                        added.entry().text());
        }
    }
}
