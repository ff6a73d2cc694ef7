package org.watchfloor.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.watchfloor.health.CheckHealth;
import org.watchfloor.model.Actor;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.State;
import org.watchfloor.recovery.Plan;
import org.watchfloor.recovery.Proof;
import org.watchfloor.recovery.Runbook;
import org.watchfloor.recovery.action.Action;
import org.watchfloor.recovery.action.ActionId;
import org.watchfloor.recovery.action.Part;
import org.watchfloor.recovery.action.Script;
import org.watchfloor.recovery.action.Stage;
import org.watchfloor.recovery.action.Status;
import org.watchfloor.recovery.action.StepEnd;
import org.watchfloor.recovery.action.StepRun;
import org.watchfloor.recovery.step.CheckRef;
import org.watchfloor.recovery.step.Step;

/** Takes actions from step to step, proves them, and undoes what did not help. Confined to one decision. */
final class Stepping {
    static final StepEnd UNKNOWN = new StepEnd(StepEnd.Outcome.UNKNOWN, "the program ended while it was under way", "");
    /** For what is carried out outside to say by itself that its time is up. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Draft draft;

    Stepping(Draft draft) {
        this.draft = draft;
    }

    void begin(ActionId id) {
        step(draft.actions().running(id).orElseThrow(), Part.STEPS, 0);
    }

    private void step(Running one, Part part, int index) {
        List<Script.Line> lines = one.script().of(part);
        if (index == lines.size()) {
            partEnded(one, part);
            return;
        }
        Step step = lines.get(index).step();
        Instant now = draft.now();
        Running next = one.with(one.action()
                .at(
                        new Stage.Stepping(part, index, now),
                        "step " + (index + 1) + " of " + lines.size() + ": " + step.title()));
        save(next);
        draft.record(new Entry.StepSaved(run(next, part, index, now)));
        new StepWork(draft, next, lines.get(index))
                .begin(timeout(next, step))
                .ifPresent(end -> ended(next.action().id(), part, index, end));
    }

    private static StepRun run(Running one, Part part, int index, Instant begun) {
        Step step = one.script().of(part).get(index).step();
        return new StepRun(one.action().id(), part, index, step.title(), step.kind(), begun, Optional.empty());
    }

    /** No longer than what is left of the runbook's own time. */
    private Duration timeout(Running one, Step step) {
        Duration left = Duration.between(draft.now(), one.deadline());
        Duration bounded = left.isNegative() ? Duration.ZERO : left;
        return step.timeout().filter(own -> own.compareTo(bounded) < 0).orElse(bounded);
    }

    /** A step has ended, if it is the one that is waited for. */
    void ended(ActionId id, Part part, int index, StepEnd how) {
        Optional<Running> found = draft.actions().running(id).filter(one -> one.isAt(part, index));
        if (found.isEmpty()) {
            return;
        }
        Running one = found.get();
        Stage.Stepping at = (Stage.Stepping) one.action().stage();
        draft.record(new Entry.StepSaved(run(one, part, index, at.since()).ended(draft.now(), how)));
        Step step = one.script().of(part).get(index).step();
        if (how.isSuccess() || step.onError() == Step.OnError.CONTINUE) {
            step(one, part, index + 1);
        } else {
            failed(one, part, "step " + (index + 1) + " (" + step.title() + "): " + how.message());
        }
    }

    private void partEnded(Running one, Part part) {
        String trouble = one.trouble().orElse("");
        switch (part) {
            case STEPS -> prove(one);
            case ROLLBACK -> over(one, Status.ROLLED_BACK, trouble + "; what it did was undone");
        }
    }

    private void failed(Running one, Part part, String why) {
        switch (part) {
            case STEPS -> undo(one, why);
            case ROLLBACK -> over(one, Status.FAILED, one.trouble().orElse("") + "; undoing it failed as well: " + why);
        }
    }

    private void undo(Running one, String why) {
        boolean isUndone = one.script()
                .runbook()
                .plan()
                .rollback()
                .filter(Plan.Rollback::automatic)
                .isPresent();
        if (isUndone) {
            step(one.undoing(why, draft.now()), Part.ROLLBACK, 0);
        } else {
            over(one, Status.FAILED, why);
        }
    }

    private void prove(Running one) {
        switch (one.script().runbook().plan().proof()) {
            case Proof.None(String reason) ->
                over(one, Status.SUCCEEDED, "all steps succeeded; nothing proves it: " + reason);
            case Proof.Green green -> {
                save(one.with(one.action()
                        .at(
                                new Stage.Proving(draft.now(), Optional.empty()),
                                "the steps are done; waiting for " + words(one, green))));
                draft.effect(new Effect.RunNow(
                        proof(one.script().runbook(), one.action().target().check())));
            }
        }
    }

    private static String words(Running one, Proof.Green green) {
        return green.text(proof(one.script().runbook(), one.action().target().check()));
    }

    /** The checks that prove a runbook which ran for a check. */
    static List<CheckId> proof(Runbook runbook, CheckId check) {
        return switch (runbook.plan().proof()) {
            case Proof.None _ -> List.of(check);
            case Proof.Green green ->
                green.checks().stream()
                        .map(ref -> switch (ref) {
                            case CheckRef.This _ -> check;
                            case CheckRef.Named(CheckId id) -> id;
                        })
                        .toList();
        };
    }

    /** Once a second. */
    void timePassed() {
        for (Running one : List.copyOf(draft.actions().running().values())) {
            switch (one.action().stage()) {
                case Stage.Stepping at -> look(one, at);
                case Stage.Proving at -> look(one, at);
                case Stage.Waiting _, Stage.Over _ -> {}
            }
        }
    }

    private void look(Running one, Stage.Stepping at) {
        Script.Line line = one.script().of(at.part()).get(at.index());
        StepWork work = new StepWork(draft, one, line);
        work.look(at.since())
                .or(() -> tooLate(one, line.step(), at, work.isOutside()))
                .ifPresent(end -> ended(one.action().id(), at.part(), at.index(), end));
    }

    private Optional<StepEnd> tooLate(Running one, Step step, Stage.Stepping at, boolean isOutside) {
        Instant own = step.timeout()
                .map(at.since()::plus)
                .filter(one.deadline()::isAfter)
                .orElse(one.deadline());
        Instant last = isOutside ? own.plus(PATIENCE) : own;
        if (draft.now().isBefore(last)) {
            return Optional.empty();
        }
        if (isOutside) {
            draft.effect(new Effect.StopAction(one.action().id()));
        }
        return Optional.of(StepEnd.failed("it did not end in time"));
    }

    private void look(Running one, Stage.Proving at) {
        Proof.Green green = (Proof.Green) one.script().runbook().plan().proof();
        List<CheckId> checks =
                proof(one.script().runbook(), one.action().target().check());
        Looking looking = new Looking(draft);
        boolean isGreen = checks.stream().allMatch(check -> looking.isGreen(check, at.since()));
        Optional<Instant> since = isGreen ? at.green().or(() -> Optional.of(draft.now())) : Optional.empty();
        if (since.filter(begin -> !draft.now().isBefore(begin.plus(green.greenFor())))
                .isPresent()) {
            over(one, Status.SUCCEEDED, "proven: " + words(one, green));
        } else if (draft.now().isAfter(at.since().plus(green.within()))) {
            undo(one, "the steps are done, but it did not help: not " + words(one, green));
        } else {
            looking.keepLooking(checks);
            if (!since.equals(at.green())) {
                save(one.with(one.action()
                        .at(new Stage.Proving(at.since(), since), one.action().said())));
            }
        }
    }

    /** A person stops it. */
    void cancel(ActionId id, Actor by) {
        draft.actions().running(id).ifPresent(one -> {
            if (one.action().stage() instanceof Stage.Stepping at) {
                StepEnd end = new StepEnd(StepEnd.Outcome.CANCELLED, "stopped by " + by, "");
                draft.record(new Entry.StepSaved(
                        run(one, at.part(), at.index(), at.since()).ended(draft.now(), end)));
                draft.effect(new Effect.StopAction(id));
            }
            over(
                    one,
                    Status.CANCELLED,
                    "stopped by " + by + " during " + one.action().said());
        });
    }

    /** A person wants undone what it did. */
    void rollBack(Event.RollBackAction asked) {
        Optional<Action> found = draft.actions().find(asked.action());
        Undoing.Found way = found.map(action -> new Undoing(draft.state(), action).find())
                .orElseGet(() ->
                        new Undoing.Impossible("no action " + asked.action() + " was at work in the last 7 days"));
        switch (way) {
            case Undoing.Impossible(String why) -> asked.answer().completeExceptionally(new IllegalStateException(why));
            case Undoing.Possible(Script script) -> {
                Running one = Running.begun(found.orElseThrow(), script, draft.now());
                step(one.undoing(asked.by() + " wants it undone", draft.now()), Part.ROLLBACK, 0);
                draft.effect(new Effect.Answer<>(
                        asked.answer(), draft.actions().find(asked.action()).orElseThrow()));
            }
        }
    }

    void answer(ActionId id, String answer, Actor by) {
        draft.actions().running(id).ifPresent(one -> {
            if (one.action().stage() instanceof Stage.Stepping at) {
                new StepWork(draft, one, one.script().of(at.part()).get(at.index()))
                        .answered(answer, by)
                        .ifPresent(end -> ended(id, at.part(), at.index(), end));
            }
        });
    }

    private void over(Running one, Status status, String why) {
        Action over = one.action().over(status, draft.now(), why);
        boolean wasOverBefore = draft.actions().wasOver(over.id());
        draft.actions(draft.actions().without(over, draft.now()));
        draft.record(new Entry.ActionSaved(over));
        var tracker = draft.tracker(over.target().host());
        tracker.acted(
                over.target().check(),
                "action " + over.id() + " (" + over.title() + ") "
                        + status.text().replace('_', ' ') + ": " + why,
                draft.now());
        draft.track(over.target().host(), tracker);
        new Failing(draft).acted(over);
        if (!wasOverBefore) {
            new Gating(draft).actionEnded(over);
            new Automating(draft).ended(over);
        }
    }

    private void save(Running one) {
        draft.actions(draft.actions().with(one));
        draft.record(new Entry.ActionSaved(one.action()));
    }

    /** How checks are doing on behalf of an action. */
    record Looking(Draft draft) {
        private static final Duration AGAIN = Duration.ofSeconds(5);

        /** @param since what was seen before counts no more */
        boolean isGreen(CheckId check, Instant since) {
            return draft.state()
                    .check(check)
                    .filter(health -> health.state() == State.UP)
                    .flatMap(CheckHealth::last)
                    .filter(last -> !last.startedAt().isBefore(since))
                    .isPresent();
        }

        /** Asks for a look at those that were not looked at for a few seconds. */
        void keepLooking(List<CheckId> checks) {
            List<CheckId> due = checks.stream()
                    .filter(check -> draft.state()
                            .check(check)
                            .flatMap(CheckHealth::last)
                            .filter(last ->
                                    last.finishedAt().isAfter(draft.now().minus(AGAIN)))
                            .isEmpty())
                    .toList();
            if (!due.isEmpty()) {
                draft.effect(new Effect.RunNow(due));
            }
        }
    }
}
