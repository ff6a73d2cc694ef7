package org.watchfloor.engine;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.watchfloor.config.Site;
import org.watchfloor.health.CheckHealth;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.Fact;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.Reason;
import org.watchfloor.model.Severity;
import org.watchfloor.model.State;
import org.watchfloor.recovery.action.Action;
import org.watchfloor.recovery.action.Status;
import org.watchfloor.recovery.failure.Classification;
import org.watchfloor.recovery.failure.Failure;
import org.watchfloor.recovery.failure.FailureId;
import org.watchfloor.recovery.failure.Symptom;
import org.watchfloor.recovery.failure.Target;

/**
 * Begins a failure with each hard DOWN or DEGRADED of a check, and ends it when the check works again. What lies behind
 * something else has no failure of its own. Confined to one decision.
 */
final class Failing {
    private static final int MOST_FACTS = 40;
    private static final String ITSELF = "itself";
    private static final Set<Status> HELPS = EnumSet.of(Status.INITIATED, Status.IN_PROGRESS, Status.SUCCEEDED);

    private final Draft draft;

    Failing(Draft draft) {
        this.draft = draft;
    }

    /** A result was taken. */
    void follow(CheckHealth before, CheckHealth after, CheckResult result) {
        Optional<Failure> open = failures().of(after.check());
        if (open.isPresent() && isOver(after) && open.get().detection() != Failure.Detection.OPERATOR) {
            end(
                    open.get(),
                    after.hard() == State.UP
                            ? by(open.get())
                            : "it lies behind " + after.behind().orElse("something else"));
        } else if (isBad(after) && (open.isEmpty() || before.hard() != after.hard())) {
            open.ifPresent(other -> end(other, "a worse or other failure"));
            begin(after, result);
        }
    }

    /** A person says so: it lasts until a person says that it is over, an action has helped, or its check fails itself. */
    void report(Event.ReportFailure asked) {
        Optional<Target> target = Target.of(draft.state().layout().site(), asked.check());
        Optional<Failure> open = failures().of(asked.check());
        if (target.isEmpty()) {
            asked.answer()
                    .completeExceptionally(
                            new IllegalArgumentException("check " + asked.check() + " is not on the site in force"));
        } else if (open.isPresent()) {
            asked.answer()
                    .completeExceptionally(new IllegalStateException("failure "
                            + open.get().id() + " of it is on record already: "
                            + open.get().message()));
        } else {
            Failure failure = reported(asked, target.get());
            begin(failure);
            draft.effect(new Effect.Answer<>(asked.answer(), failure));
        }
    }

    private Failure reported(Event.ReportFailure asked, Target target) {
        return new Failure(
                new FailureId(failures().last() + 1),
                draft.now(),
                Classification.of(asked.type(), target.tags()),
                Severity.HIGH,
                target,
                asked.by() + ": " + asked.message(),
                List.of(),
                Failure.Detection.OPERATOR,
                draft.tracker(target.host()).incident().map(incident -> incident.id()),
                Optional.empty());
    }

    /** A person says that it is over. */
    void end(Event.EndFailure asked) {
        Optional<Failure> found = failures().all().stream()
                .filter(failure -> failure.id().equals(asked.failure()))
                .findFirst();
        Optional<Failure> reported = found.filter(failure -> failure.detection() == Failure.Detection.OPERATOR);
        if (reported.isEmpty()) {
            String why = found.isEmpty()
                    ? "failure " + asked.failure() + " is over, or there was none"
                    : "failure " + asked.failure() + " is over when its check is green: "
                            + found.get().target().check();
            asked.answer().completeExceptionally(new IllegalStateException(why));
            return;
        }
        Failure over = reported.get().endedAt(draft.now(), asked.by() + ": " + asked.why());
        put(over);
        draft.effect(new Effect.Answer<>(asked.answer(), over));
    }

    /** An action is over: if it has helped, what a person has reported is too. */
    void acted(Action action) {
        failures()
                .of(action.target().check())
                .filter(failure -> failure.detection() == Failure.Detection.OPERATOR)
                .filter(failure ->
                        action.status() == Status.SUCCEEDED && !action.asked().isBefore(failure.at()))
                .ifPresent(failure -> end(failure, by(failure)));
    }

    /** After the newest action that was begun on it since and has not failed; without one it ended by itself. */
    private String by(Failure failure) {
        Actions actions = draft.actions();
        return Stream.concat(
                        actions.running().values().stream().map(Running::action),
                        actions.recentOn(failure.target().check()).stream())
                .filter(action ->
                        action.target().check().equals(failure.target().check()))
                .filter(action -> !action.asked().isBefore(failure.at()) && HELPS.contains(action.status()))
                .max(Comparator.comparing(Action::id))
                .map(action -> "after action " + action.id() + " (" + action.title() + ")")
                .orElse(ITSELF);
    }

    /** What is not watched any more fails no longer as far as anybody knows. */
    void endUnwatched() {
        for (Failure failure : failures().all()) {
            boolean isWatched = draft.state()
                    .check(failure.target().check())
                    .filter(health -> health.state() != State.PAUSED)
                    .isPresent();
            if (!isWatched) {
                end(failure, "the check is no longer watched");
            }
        }
    }

    private static boolean isBad(CheckHealth health) {
        boolean isFailure = health.hard() == State.DOWN || health.hard() == State.DEGRADED;
        return isFailure && health.behind().isEmpty();
    }

    private static boolean isOver(CheckHealth health) {
        return health.hard() == State.UP || health.behind().isPresent();
    }

    private void begin(CheckHealth health, CheckResult result) {
        Site site = draft.state().layout().site();
        Optional<Target> target = Target.of(site, health.check());
        Optional<Symptom> symptom = Symptom.of(site, result, isHostDown(health.check()));
        if (target.isPresent() && symptom.isPresent()) {
            Failure failure = new Failure(
                    new FailureId(failures().last() + 1),
                    draft.now(),
                    Classification.of(symptom.get()),
                    health.hard() == State.DOWN ? Severity.HIGH : Severity.MEDIUM,
                    target.get(),
                    result.outcome().message(),
                    context(result),
                    detection(result.outcome()),
                    draft.tracker(health.check().host()).incident().map(incident -> incident.id()),
                    Optional.empty());
            begin(failure);
        }
    }

    private void begin(Failure failure) {
        put(failure);
        new Automating(draft).began(failure);
    }

    private boolean isHostDown(CheckId check) {
        return draft.state().layout().ofHost(check.host(), draft.state().checks()).stream()
                .allMatch(health -> health.hard() == State.DOWN || health.state() == State.PAUSED);
    }

    private static List<Fact> context(CheckResult result) {
        return result.observation().facts().stream().limit(MOST_FACTS).toList();
    }

    private static Failure.Detection detection(Outcome outcome) {
        boolean isDefect = outcome instanceof Outcome.Unknown(Reason reason, String _) && reason == Reason.INTERNAL;
        return isDefect ? Failure.Detection.EXCEPTION : Failure.Detection.THRESHOLD;
    }

    private void end(Failure failure, String by) {
        put(failure.endedAt(draft.now(), by));
    }

    private void put(Failure failure) {
        draft.replace(draft.state().withFailures(failures().with(failure)));
        draft.record(new Entry.FailureSaved(failure));
    }

    private Failures failures() {
        return draft.state().failures();
    }
}
