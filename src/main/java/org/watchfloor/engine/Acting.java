package org.watchfloor.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.watchfloor.config.Site;
import org.watchfloor.engine.Guarding.Guard;
import org.watchfloor.model.Actor;
import org.watchfloor.model.CheckId;
import org.watchfloor.recovery.Binding;
import org.watchfloor.recovery.Runbook;
import org.watchfloor.recovery.RunbookId;
import org.watchfloor.recovery.Runbooks;
import org.watchfloor.recovery.action.Action;
import org.watchfloor.recovery.action.ActionId;
import org.watchfloor.recovery.action.AutomationMove;
import org.watchfloor.recovery.action.Cause;
import org.watchfloor.recovery.action.Script;
import org.watchfloor.recovery.action.Stage;
import org.watchfloor.recovery.action.Status;
import org.watchfloor.recovery.approval.Consent;
import org.watchfloor.recovery.failure.Target;
import org.watchfloor.recovery.text.NotRendered;
import org.watchfloor.recovery.text.Values;

/** Begins actions, or refuses them and says why, and sets what may be done. Confined to one decision. */
final class Acting {
    private final Draft draft;

    Acting(Draft draft) {
        this.draft = draft;
    }

    /** A person asks for it. */
    void start(Event.StartAction asked) {
        Site site = draft.state().layout().site();
        Optional<Runbook> runbook =
                site.section(Runbooks.class).orElse(Runbooks.NONE).find(asked.runbook());
        Optional<Target> target = Target.of(site, asked.check());
        if (runbook.isEmpty() || target.isEmpty()) {
            String what = runbook.isEmpty() ? "runbook " + asked.runbook() : "check " + asked.check();
            asked.answer().completeExceptionally(new IllegalArgumentException(what + " is not on the site in force"));
            return;
        }
        Cause cause = new Cause.ByHand(asked.by(), agreed(runbook.get(), asked));
        Action action = personal(runbook.get(), target.get(), asked)
                .map(why -> refuse(runbook.get(), target.get(), cause, asked.given(), why))
                .orElseGet(() -> start(runbook.get(), target.get(), cause, asked.given()));
        draft.effect(new Effect.Answer<>(asked.answer(), action));
    }

    /** What the runbook wants of a person, if that is missing. */
    private static Optional<String> personal(Runbook runbook, Target target, Event.StartAction asked) {
        if (!runbook.scope().fits(target)) {
            return Optional.of("the runbook is not made for " + target.check());
        }
        if (runbook.guards().dangerous() && !asked.typed().equals(target.host().value())) {
            return Optional.of("the runbook is dangerous: type the name of the host, " + target.host());
        }
        if (!runbook.guards().twoPersons()) {
            return Optional.empty();
        }
        return switch (asked.consent()) {
            case Consent.None _ -> Optional.of("another person has to agree");
            case Consent.Denied(String why) -> Optional.of(why);
            case Consent.Given _ -> Optional.empty();
        };
    }

    private static Optional<Actor> agreed(Runbook runbook, Event.StartAction asked) {
        return runbook.guards().twoPersons() && asked.consent() instanceof Consent.Given(Actor other)
                ? Optional.of(other)
                : Optional.empty();
    }

    /** Begins it if every guard allows that; refused or not, it is on record. */
    Action start(Runbook runbook, Target target, Cause cause, Map<String, String> given) {
        Site site = draft.state().layout().site();
        return switch (Binding.of(runbook, site, Optional.of(target), given)) {
            case Binding.Refused(List<String> faults) ->
                refuse(runbook, target, cause, given, String.join("; ", faults));
            case Binding.Bound(Values values) -> start(runbook, target, cause, given, values);
        };
    }

    private Action start(Runbook runbook, Target target, Cause cause, Map<String, String> given, Values values) {
        String key;
        try {
            key = key(runbook, target, values);
        } catch (NotRendered e) {
            return refuse(runbook, target, cause, given, "its key of concurrency: " + e.getMessage());
        }
        List<Guard> broken = new Guarding(draft.state(), runbook, target, draft.now())
                .all(cause, key).stream().filter(guard -> !guard.holds()).toList();
        if (!broken.isEmpty()) {
            return refuse(runbook, target, cause, given, words(broken));
        }
        Action action = action(runbook, target, cause, given, key, Status.INITIATED, Optional.empty(), "begins");
        new Gating(draft).actionBegins(target.host());
        draft.actions(draft.actions().with(Running.begun(action, Script.of(runbook, values), draft.now())));
        draft.record(new Entry.ActionSaved(action));
        tell(action, "action " + action.id() + " began: " + action.title() + " (by " + cause + ")");
        new Stepping(draft).begin(action.id());
        return draft.actions().find(action.id()).orElse(action);
    }

    /** What it would have begun, if nothing but the level keeps it from that. */
    Optional<String> heldByLevelAlone(Runbook runbook, Target target, Cause cause) {
        Site site = draft.state().layout().site();
        Binding binding = Binding.of(runbook, site, Optional.of(target), Map.of());
        if (!(binding instanceof Binding.Bound(Values values))) {
            return Optional.empty();
        }
        try {
            List<Guard> all =
                    new Guarding(draft.state(), runbook, target, draft.now()).all(cause, key(runbook, target, values));
            boolean isAlone = !all.getFirst().holds() && all.stream().skip(1).allMatch(Guard::holds);
            return isAlone
                    ? Optional.of(Action.HELD_BY_LEVEL + all.getFirst().text() + ", but "
                            + all.getFirst().live())
                    : Optional.empty();
        } catch (NotRendered _) {
            return Optional.empty();
        }
    }

    static String key(Runbook runbook, Target target, Values values) throws NotRendered {
        return runbook.guards().concurrency().isPresent()
                ? runbook.guards().concurrency().get().render(values).shown()
                : "host " + target.host();
    }

    private static String words(List<Guard> broken) {
        return broken.stream()
                .map(guard -> "it needs that " + guard.text() + ", but " + guard.live())
                .collect(Collectors.joining("; "));
    }

    Action refuse(Runbook runbook, Target target, Cause cause, Map<String, String> given, String why) {
        Action refused = action(runbook, target, cause, given, "", Status.REFUSED, Optional.of(draft.now()), why);
        draft.actions(draft.actions().without(refused, draft.now()));
        draft.record(new Entry.ActionSaved(refused));
        return refused;
    }

    private Action action(
            Runbook runbook,
            Target target,
            Cause cause,
            Map<String, String> given,
            String key,
            Status status,
            Optional<Instant> ended,
            String said) {
        return new Action(
                new ActionId(draft.actions().last() + 1),
                runbook.id(),
                runbook.title(),
                target,
                cause,
                given,
                key,
                draft.tracker(target.host()).incident().map(incident -> incident.id()),
                draft.now(),
                status,
                ended.isPresent() ? new Stage.Over() : new Stage.Waiting(),
                ended,
                false,
                said);
    }

    private void tell(Action action, String text) {
        var tracker = draft.tracker(action.target().host());
        tracker.acted(action.target().check(), text, draft.now());
        draft.track(action.target().host(), tracker);
    }

    /** Somebody says what may be done from now on. */
    void set(Event.SetAutomation set) {
        Automation automation = draft.actions().automation();
        AutomationMove move = new AutomationMove(
                automation.last() + 1,
                draft.now(),
                set.service(),
                set.service().isEmpty() ? set.level().or(() -> Optional.of(automation.console())) : set.level(),
                set.service().isEmpty() && set.stopped().orElse(automation.stopped()),
                Optional.of(set.by()),
                set.reason());
        draft.actions(draft.actions().with(automation.with(move)));
        draft.record(new Entry.AutomationSet(move));
    }

    /**
     * The program ended in the midst of these: nobody knows how far they came, and nothing is repeated. Called once, with
     * the first site after a start.
     */
    void settleCutShort() {
        Actions.CutShort cut = draft.actions().cutShort();
        draft.actions(draft.actions().settled());
        cut.steps().forEach(step -> draft.record(new Entry.StepSaved(step.ended(draft.now(), Stepping.UNKNOWN))));
        for (Action action : cut.actions()) {
            String where = cut.steps().stream()
                    .filter(step -> step.action().equals(action.id()))
                    .findFirst()
                    .map(step -> "the program ended during step " + (step.index() + 1) + " (" + step.title() + ")")
                    .orElse("the program ended while it was under way");
            Action unknown = action.over(
                    Status.UNKNOWN_OUTCOME, draft.now(), where + "; nobody knows how far it came, look at it");
            draft.actions(draft.actions().without(unknown, draft.now()));
            draft.record(new Entry.ActionSaved(unknown));
            tell(unknown, "action " + unknown.id() + " (" + unknown.title() + "): " + unknown.said());
            lookAt(unknown.runbook(), unknown.target().check());
        }
    }

    private void lookAt(RunbookId runbook, CheckId check) {
        List<CheckId> proof = draft.state()
                .layout()
                .site()
                .section(Runbooks.class)
                .flatMap(all -> all.find(runbook))
                .map(found -> Stepping.proof(found, check))
                .orElse(List.of(check));
        draft.effect(new Effect.RunNow(proof));
    }
}
