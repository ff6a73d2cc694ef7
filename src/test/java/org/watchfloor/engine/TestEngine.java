package org.watchfloor.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.watchfloor.alert.Verdict;
import org.watchfloor.config.Site;
import org.watchfloor.health.CheckHealth;
import org.watchfloor.incident.Incident;
import org.watchfloor.incident.TimelineEntry;
import org.watchfloor.model.Actor;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.Diagnosis;
import org.watchfloor.model.Notice;
import org.watchfloor.model.State;
import org.watchfloor.model.Testimony;
import org.watchfloor.model.Transition;
import org.watchfloor.notify.Delivery;
import org.watchfloor.recovery.action.StepEnd;

/** The engine's decisions and agenda in simulated time: no thread, no socket, no waiting. */
final class TestEngine {
    static final Actor ALICE = new Actor("alice");

    private final TestClock clock;
    private final FakeProbe probe;
    private final Decider decider = new Decider();
    private final Tape tape = new Tape();
    private Agenda agenda;
    private Pulse pulse;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Notice> sent = new ArrayList<>();
    private final Deque<Event> answered = new ArrayDeque<>();
    private Function<Notice, Delivery> answers = _ -> Delivery.Accepted.PLAIN;
    private Optional<Function<Instant, Testimony>> testimony = Optional.empty();
    private boolean witnessesAsked;
    private final List<Instant> starts = new ArrayList<>();
    private final List<String> descents = new ArrayList<>();
    private Function<Effect.Diagnose, List<Event>> ladder = asked -> found(asked, Optional.empty());
    private Function<Effect.Perform, Optional<StepEnd>> performer = _ -> Optional.of(StepEnd.succeeded("done"));
    private EngineState state;
    private int samples;

    private TestEngine(FakeProbe probe, TestClock clock, EngineState state) {
        this.clock = clock;
        this.probe = probe;
        this.agenda = new Agenda(probe.probes());
        this.pulse = new Pulse(clock, clock::nanos);
        this.state = state;
    }

    static TestEngine of(Site site, TestClock clock, FakeProbe probe) {
        TestEngine engine = new TestEngine(probe, clock, EngineState.empty(clock.instant()));
        engine.tell(new Event.SiteLoaded(site));
        return engine;
    }

    /** An engine that begins with what another one's journal would give back. */
    static TestEngine restored(Restored restored, Site site, TestClock clock, FakeProbe probe) {
        TestEngine engine = new TestEngine(probe, clock, Remembering.start(restored, clock.instant()));
        Remembering.gapSince(restored, clock.instant()).ifPresent(gap -> engine.tell(new Event.GapSeen(gap)));
        engine.tell(new Event.SiteLoaded(site));
        return engine;
    }

    /** The same while the configuration on disk is invalid. */
    static TestEngine unconfigured(Restored restored, TestClock clock, FakeProbe probe) {
        return new TestEngine(probe, clock, Remembering.start(restored, clock.instant()));
    }

    void tell(Event event) {
        Decision decision = decider.decide(state, event, clock.instant());
        state = decision.next();
        tape.told(clock.instant(), event, decision.effects());
        decision.effects().forEach(this::perform);
        while (!answered.isEmpty()) {
            tell(answered.removeFirst());
        }
    }

    void runFor(Duration duration) {
        Instant end = clock.instant().plus(duration);
        while (clock.instant().isBefore(end)) {
            Instant tick = clock.instant().plusSeconds(1);
            Instant next = agenda.nextDue().filter(tick::isAfter).orElse(tick);
            Instant until = next.isAfter(end) ? end : next;
            if (until.isAfter(clock.instant())) {
                clock.advanceTo(until);
            }
            beat();
            for (Optional<Turn> due = takeDue(); due.isPresent(); due = takeDue()) {
                look(due.get());
            }
            if (witnessesAsked) {
                witnessesAsked = false;
                tell(new Event.WitnessesHeard(testimony.orElseThrow().apply(clock.instant())));
            }
            tell(new Event.Tick());
        }
    }

    /** The process ends, and after a while another one begins with what the journal of this one gives back. */
    void restartAfter(Duration pause, Site site) {
        Restored restored = restorable();
        clock.advance(pause);
        agenda = new Agenda(probe.probes());
        pulse = new Pulse(clock, clock::nanos);
        state = Remembering.start(restored, clock.instant());
        tape.restarted(clock.instant());
        Remembering.gapSince(restored, clock.instant()).ifPresent(gap -> tell(new Event.GapSeen(gap)));
        tell(new Event.SiteLoaded(site));
    }

    /** Time passes and nothing runs: the process is suspended. */
    void suspendFor(Duration duration) {
        clock.advance(duration);
        beat();
    }

    /** What the engine thread does first in each turn. */
    void beat() {
        pulse.beat().ifPresent(gap -> tell(new Event.GapSeen(gap)));
    }

    State state(String check) {
        return health(check).state();
    }

    CheckHealth health(String check) {
        return state.check(CheckId.parse(check)).orElseThrow();
    }

    EngineState state() {
        return state;
    }

    List<Incident> openIncidents() {
        return List.copyOf(state.openIncidents().values());
    }

    List<Entry> entries() {
        return entries;
    }

    List<String> transitions() {
        return transitionRows()
                .map(row -> row.check() + " " + row.from() + " -> " + row.to())
                .toList();
    }

    List<TimelineEntry.Kind> timeline() {
        return entries.stream()
                .flatMap(entry -> entry instanceof Entry.TimelineAdded added
                        ? Stream.of(added.entry().kind())
                        : Stream.empty())
                .toList();
    }

    /** What a journal that wrote all entries would give back. */
    Restored restorable() {
        return new Rows(entries).restored(clock.instant());
    }

    /** All that was decided about so far. */
    Tape tape() {
        return tape;
    }

    /** What the channels were handed, as {@code mail FIRING web-1/front is down: …}. */
    List<String> sent() {
        return sent.stream()
                .map(notice -> notice.channel() + " " + notice.kind() + " "
                        + notice.alerts().stream()
                                .map(item -> (item.isFiring() ? "" : "over: ") + item.summary())
                                .collect(Collectors.joining(" | ")))
                .toList();
    }

    List<Notice> notices() {
        return sent;
    }

    /** From now on the channels answer so. */
    void deliveries(Function<Notice, Delivery> answer) {
        answers = answer;
    }

    /** Why, of all alerts, in order: {@code FIRED web-1/front is DOWN …}. */
    List<String> verdicts() {
        return entries.stream()
                .flatMap(entry ->
                        entry instanceof Entry.VerdictAdded(Verdict verdict) ? Stream.of(verdict) : Stream.empty())
                .map(verdict -> verdict.kind() + " " + verdict.rule() + " " + verdict.subject() + ": " + verdict.text())
                .toList();
    }

    /** From now on the witnesses of the own network say so. */
    void witnesses(Function<Instant, Testimony> round) {
        testimony = Optional.of(round);
    }

    /** From now on no round of them comes back. */
    void withoutWitnesses() {
        testimony = Optional.empty();
    }

    /** How steps that reach into the world end; empty: not before the test says so. */
    void performs(Function<Effect.Perform, Optional<StepEnd>> how) {
        performer = how;
    }

    /** From now on descents end at once and find this; before, no check has a ladder. */
    void ladders(Function<Effect.Diagnose, Optional<Diagnosis>> finding) {
        ladder = asked -> found(asked, finding.apply(asked));
    }

    /** From now on descents do not end before the test says so. */
    void slowLadders() {
        ladder = _ -> List.of();
    }

    /** What was asked to be diagnosed, and called off: {@code web-1/front}, {@code not web-1/front}. */
    List<String> descents() {
        return descents;
    }

    List<Instant> starts() {
        return starts;
    }

    int samples() {
        return samples;
    }

    long skipped() {
        return agenda.skipped();
    }

    private Stream<Transition> transitionRows() {
        return entries.stream()
                .flatMap(entry ->
                        entry instanceof Entry.StateChanged changed ? Stream.of(changed.transition()) : Stream.empty());
    }

    private static List<Event> found(Effect.Diagnose asked, Optional<Diagnosis> diagnosis) {
        return List.of(new Event.DiagnosisFinished(asked.check(), asked.asked(), diagnosis));
    }

    private Optional<Turn> takeDue() {
        return agenda.takeDue(clock.instant());
    }

    private void look(Turn turn) {
        Instant now = clock.instant();
        starts.add(now);
        agenda.planNext(turn, now);
        try {
            CheckResult result = new CheckResult(
                    turn.check.id(), now, FakeProbe.LATENCY, Duration.ZERO, turn.probe.run(turn.check.timeout()));
            agenda.ended(turn);
            tell(new Event.CheckFinished(result));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static <T> void give(Effect.Answer<T> answer) {
        answer.to().complete(answer.answer());
    }

    private void perform(Effect effect) {
        Instant now = clock.instant();
        switch (effect) {
            case Effect.Write write -> entries.add(write.entry());
            case Effect.Sample sample -> samples++;
            case Effect.Pace pace -> agenda.pace(pace.check(), pace.every(), now);
            case Effect.RunNow run -> agenda.runNow(run.checks(), now);
            case Effect.Adopt adopt -> agenda.adopt(adopt.site(), adopt.paused(), now);
            case Effect.Halt halt -> agenda.halt(halt.check(), now);
            case Effect.Proceed proceed -> agenda.proceed(proceed.check(), now);
            case Effect.HearWitnesses _ -> witnessesAsked = testimony.isPresent();
            case Effect.ReadBack back -> answered.add(new Event.PastRecalled(back.recall(), Map.of()));
            case Effect.Answer<?> answer -> give(answer);
            case Effect.Perform step ->
                performer
                        .apply(step)
                        .ifPresent(end ->
                                answered.add(new Event.StepFinished(step.action(), step.part(), step.index(), end)));
            case Effect.StopAction _ -> {}
            case Effect.Respread respread -> agenda.respread(now);
            case Effect.Diagnose asked -> {
                descents.add(asked.check().toString());
                answered.addAll(ladder.apply(asked));
            }
            case Effect.CallOff off -> descents.add("not " + off.check());
            case Effect.Send send -> {
                sent.add(send.posting().notice());
                answered.add(new Event.NoticeFinished(
                        send.posting().notice(), answers.apply(send.posting().notice())));
            }
        }
    }
}
