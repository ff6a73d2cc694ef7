package org.watchfloor.engine;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.watchfloor.config.Check;
import org.watchfloor.health.CheckHealth;
import org.watchfloor.health.HealthRules;
import org.watchfloor.health.Limits;
import org.watchfloor.health.Pace;
import org.watchfloor.incident.IncidentTracker;
import org.watchfloor.model.Actor;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.Gap;
import org.watchfloor.model.HostId;
import org.watchfloor.model.IncidentId;
import org.watchfloor.model.Reason;
import org.watchfloor.model.State;

/** All decisions of the engine: a pure function of what is known, what happened, and what time it is. */
final class Decider {
    Decision decide(EngineState state, Event event, Instant now) {
        Draft draft = new Draft(state, now);
        switch (event) {
            case Event.CheckFinished finished -> checkFinished(draft, finished.result());
            case Event.HeldBack held -> heldBack(draft, held);
            case Event.WitnessesHeard heard -> observing(draft).heard(heard.round());
            case Event.DiagnosisFinished finished -> new Diagnosing(draft).finished(finished);
            case Event.PastRecalled recalled -> new Recalled(draft).take(recalled);
            case Event.Tick tick -> timePassed(draft);
            case Event.GapSeen seen -> gapSeen(draft, seen.gap());
            case Event.SiteLoaded loaded -> new SiteChange(draft).adopt(loaded.site());
            case Event.SiteRejected rejected -> draft.replace(state.withConfigProblems(rejected.problems()));
            case Event.CheckNow asked -> draft.effect(new Effect.RunNow(List.copyOf(asked.checks())));
            case Event.DiagnoseNow asked -> asked.checks().forEach(new Diagnosing(draft)::asked);
            case Event.Pause pause -> pause(draft, pause.checks(), pause.by());
            case Event.Resume resume -> resume(draft, resume.checks(), resume.by());
            case Event.Acknowledge ack -> new Ownership(draft, ack.by(), ack.note()).takeIncident(ack.incident());
            case Event.AcknowledgeAlerts ack ->
                new Ownership(draft, ack.by(), ack.note()).takeAlerts(ack.alerts(), ack.until());
            case Event.UnacknowledgeAlerts unack -> new AlertCommands(draft, unack.by()).unacknowledge(unack.alerts());
            case Event.ShelveAlerts shelve ->
                new AlertCommands(draft, shelve.by()).shelve(shelve.alerts(), shelve.note(), shelve.until());
            case Event.CommentAlerts comment ->
                new AlertCommands(draft, comment.by()).comment(comment.alerts(), comment.text());
            case Event.ResolveAlerts resolve ->
                new AlertCommands(draft, resolve.by()).resolve(resolve.alerts(), resolve.note());
            case Event.OutsideReported reported ->
                draft.effect(new Effect.Answer<>(reported.answer(), new Outside(draft).take(reported.alerts())));
            case Event.NoticeFinished finished -> new Post(draft).finished(finished.notice(), finished.delivery());
            case Event.ResendNotice again -> new Post(draft).resend(again.notice());
            case Event.TestChannel test ->
                new AlertCommands(draft, test.by()).testChannel(test.channel(), test.alert());
            case Event.SetGate set -> new Gating(draft).set(set.gate(), set.hand(), set.by(), set.reason());
            case Event.StartAction asked -> new Acting(draft).start(asked);
            case Event.StepFinished done ->
                new Stepping(draft).ended(done.action(), done.part(), done.index(), done.how());
            case Event.ReportFailure asked -> new Failing(draft).report(asked);
            case Event.EndFailure asked -> new Failing(draft).end(asked);
            case Event.RollBackAction asked -> new Stepping(draft).rollBack(asked);
            case Event.CancelAction cancel -> new Stepping(draft).cancel(cancel.action(), cancel.by());
            case Event.AnswerAction answer -> new Stepping(draft).answer(answer.action(), answer.answer(), answer.by());
            case Event.SetAutomation set -> new Acting(draft).set(set);
            case Event.StoreLost lost -> new Automating(draft).drop("the store takes nothing: " + lost.why());
            case Event.AddNote note ->
                onIncident(draft, note.incident(), tracker -> tracker.note(note.by(), note.text(), now));
        }
        Pacing.follow(draft, state);
        return draft.decision();
    }

    private static Observing observing(Draft draft) {
        return new Observing(draft, result -> taken(draft, result));
    }

    private static void checkFinished(Draft draft, CheckResult raw) {
        Optional<Integer> slot = draft.state().layout().slot(raw.check());
        if (slot.isPresent() && isWanted(draft.state(), slot.get(), raw)) {
            observing(draft).came(raw);
        }
    }

    private static void taken(Draft draft, CheckResult raw) {
        Optional<Integer> slot = draft.state().layout().slot(raw.check());
        if (slot.isEmpty() || !isWanted(draft.state(), slot.get(), raw)) {
            return;
        }
        Check check = draft.state().layout().checks().get(slot.get());
        CheckHealth before = draft.state().checks().get(slot.get());
        CheckResult result = Limits.judge(check.thresholds(), raw);
        Reach reach = new Reach(draft);
        CheckHealth after = reach.placed(HealthRules.afterResult(check, before, result, draft.now()));

        draft.effect(new Effect.Sample(result, after.hard()));
        draft.put(slot.get(), after);
        new Diagnosing(draft).resultCame(slot.get(), before, after);
        new Alerting(draft).resultCame(slot.get(), before, result);
        new Gating(draft).resultCame(check, result);
        incident(draft, before, after);
        new Failing(draft).follow(before, after, result);
        if ((before.hard() == State.DOWN) != (after.hard() == State.DOWN)) {
            reach.follow(List.of(after.check()));
        }
        if (before.hard() != State.UP && after.hard() == State.UP) {
            reach.lookBehind(after.check());
        }
    }

    private static void heldBack(Draft draft, Event.HeldBack held) {
        draft.state().layout().slot(held.check()).ifPresent(slot -> {
            CheckHealth health = draft.state().checks().get(slot);
            if (health.state() != State.PAUSED) {
                draft.put(slot, HealthRules.heldBack(health, held.at(), held.why()));
            }
        });
    }

    /** Results of paused checks, and of looks that a gap of observation interrupted, say nothing about the target. */
    private static boolean isWanted(EngineState state, int slot, CheckResult result) {
        boolean interrupted =
                state.lastGapEnd().filter(result.startedAt()::isBefore).isPresent();
        return !interrupted && state.checks().get(slot).state() != State.PAUSED;
    }

    private static void incident(Draft draft, CheckHealth before, CheckHealth after) {
        if (before.state() == after.state() && before.hard() == after.hard()) {
            return;
        }
        HostId host = after.check().host();
        IncidentTracker tracker = draft.tracker(host);
        if (after.state() == State.DOWN && before.hard() != State.DOWN) {
            Instant first = after.failingSince().orElse(draft.now());
            tracker.hardDown(after.check(), first, after.message(), draft.now(), draft.nextIncident());
            new Diagnosing(draft).tell(tracker, after.check());
        } else {
            tracker.stateChanged(after.check(), after.state(), after.message(), draft.now());
        }
        tracker.settle(inTrouble(draft.state(), host), "all checks that were down work again", draft.now());
        draft.track(host, tracker);
    }

    /** The checks of the host that are watched, not known to work, and not known to lie behind another trouble. */
    static Set<CheckId> inTrouble(EngineState state, HostId host) {
        return state.layout().ofHost(host, state.checks()).stream()
                .filter(health ->
                        health.state() != State.PAUSED && health.behind().isEmpty())
                .filter(health -> health.hard() != State.UP && health.hard() != State.DEGRADED)
                .map(CheckHealth::check)
                .collect(Collectors.toSet());
    }

    private static void timePassed(Draft draft) {
        List<Check> checks = draft.state().layout().checks();
        for (int slot = 0; slot < checks.size(); slot++) {
            CheckHealth health = draft.state().checks().get(slot);
            if (isWatched(health) && isOverdue(draft, checks.get(slot), health)) {
                stale(draft, slot, health);
                new Alerting(draft).look(slot);
            }
        }
        observing(draft).timePassed();
        new Alerting(draft).timePassed();
        if (draft.state().layout().isConfigured()) {
            new Stepping(draft).timePassed();
            new Automating(draft).beginWhatWaits();
            new Outside(draft).timePassed();
            new ChannelWatch(draft).timePassed();
            new Groups(draft).tellWhatIsDue();
            new Post(draft).sendWhatIsDue();
        }
    }

    private static boolean isWatched(CheckHealth health) {
        return health.state() != State.PAUSED && health.state() != State.STALE;
    }

    /** The gates are asked about few: they make nobody less patient. */
    private static boolean isOverdue(Draft draft, Check check, CheckHealth health) {
        return HealthRules.isOverdue(check, Pace.of(check), health, draft.now())
                && HealthRules.isOverdue(
                        check, Pacing.pace(check, health, draft.state().gates()), health, draft.now());
    }

    private static void stale(Draft draft, int slot, CheckHealth health) {
        CheckHealth stale = HealthRules.shownAs(State.STALE, health, draft.now());
        draft.put(slot, stale, "no result since " + health.since(), Optional.of(Reason.NO_DATA));
        IncidentTracker tracker = draft.tracker(health.check().host());
        tracker.stateChanged(health.check(), State.STALE, "no result in twice its interval", draft.now());
        draft.track(health.check().host(), tracker);
    }

    private static void gapSeen(Draft draft, Gap gap) {
        draft.replace(draft.state().withGap(gap));
        draft.record(new Entry.GapRecorded(gap));
        new SetBack(draft).follow(gap);
        for (int slot = 0; slot < draft.state().checks().size(); slot++) {
            CheckHealth health = draft.state().checks().get(slot);
            if (health.state() != State.PAUSED) {
                draft.put(slot, HealthRules.observedAgain(health, draft.now()));
            }
        }
        draft.state().openIncidents().keySet().forEach(host -> {
            IncidentTracker tracker = draft.tracker(host);
            tracker.gap("nothing was observed for " + gap.length().toSeconds() + " s", draft.now());
            draft.track(host, tracker);
        });
        new Groups(draft).waitAgain();
        new Outside(draft).waitAgain();
        draft.effect(new Effect.Respread());
    }

    private static void pause(Draft draft, Collection<CheckId> checks, Actor by) {
        forEach(draft, checks, health -> health.state() != State.PAUSED, slot -> {
            CheckHealth health = draft.state().checks().get(slot);
            CheckHealth paused = HealthRules.shownAs(State.PAUSED, health, draft.now());
            draft.put(slot, paused, "paused by " + by, Optional.empty());
            draft.effect(new Effect.Halt(health.check()));
            new Diagnosing(draft).forget(slot);
            HostId host = health.check().host();
            IncidentTracker tracker = draft.tracker(host);
            tracker.stateChanged(health.check(), State.PAUSED, "paused by " + by, draft.now());
            tracker.settle(inTrouble(draft.state(), host), "no check in trouble is watched any more", draft.now());
            draft.track(host, tracker);
            new Alerting(draft).look(slot);
        });
        new Failing(draft).endUnwatched();
        new Reach(draft).follow(checks);
    }

    private static void resume(Draft draft, Collection<CheckId> checks, Actor by) {
        forEach(draft, checks, health -> health.state() == State.PAUSED, slot -> {
            CheckHealth fresh = SiteChange.unseen(draft.state().checks().get(slot), draft.now());
            draft.put(slot, fresh, "resumed by " + by, Optional.empty());
            draft.effect(new Effect.Proceed(fresh.check()));
        });
        new Reach(draft).follow(checks);
    }

    private static void forEach(
            Draft draft, Collection<CheckId> checks, Predicate<CheckHealth> filter, IntConsumer action) {
        for (CheckId check : checks) {
            draft.state()
                    .layout()
                    .slot(check)
                    .filter(slot -> filter.test(draft.state().checks().get(slot)))
                    .ifPresent(action::accept);
        }
    }

    private static void onIncident(Draft draft, IncidentId id, Consumer<IncidentTracker> action) {
        draft.state().openIncidents().values().stream()
                .filter(incident -> incident.id().equals(id))
                .findFirst()
                .ifPresent(incident -> {
                    IncidentTracker tracker = draft.tracker(incident.host());
                    action.accept(tracker);
                    draft.track(incident.host(), tracker);
                });
    }
}
