package org.watchfloor.engine;

import java.util.List;
import java.util.Optional;
import org.watchfloor.alert.Alert;
import org.watchfloor.alert.Alert.Said;
import org.watchfloor.alert.Alert.Status;
import org.watchfloor.alert.Subject;
import org.watchfloor.alert.Verdict;
import org.watchfloor.engine.Diagnoses.Case;
import org.watchfloor.health.CheckHealth;
import org.watchfloor.incident.IncidentTracker;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.Diagnosis;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.State;

/**
 * Has the first failure of an outage diagnosed, once, and brings what was found to where it is read: the alert, what is
 * told of it, and the incident. Confined to one decision.
 *
 * <p>What is asked for and not answered when the program ends or the check changes is lost: a failure that is confirmed
 * by then is not diagnosed again.
 */
final class Diagnosing {
    private static final int MOST_OPEN = Ladders.AT_ONCE + Ladders.WAITING;

    private final Draft draft;

    Diagnosing(Draft draft) {
        this.draft = draft;
    }

    void resultCame(int slot, CheckHealth before, CheckHealth after) {
        Optional<Case> known = diagnoses().at(slot);
        if (known.isPresent() && !known.map(Case::since).equals(after.failingSince())) {
            forget(slot);
        }
        boolean fails = after.last()
                .map(CheckResult::outcome)
                .filter(Diagnosing::isFailure)
                .isPresent();
        if (fails
                && before.hard() != State.DOWN
                && after.behind().isEmpty()
                && diagnoses().at(slot).isEmpty()) {
            ask(slot, before, after);
        }
    }

    /** The outage is over, or nobody looks any more. */
    void forget(int slot) {
        Optional<Case> known = diagnoses().at(slot);
        if (known.isPresent()) {
            keep(slot, Optional.empty());
        }
        known.filter(Case::isOpen)
                .ifPresent(_ -> draft.effect(new Effect.CallOff(
                        draft.state().layout().checks().get(slot).id())));
    }

    /** The answer to what was asked for; it counts if the outage goes on. */
    void finished(Event.DiagnosisFinished answer) {
        draft.state()
                .layout()
                .slot(answer.check())
                .filter(slot -> diagnoses()
                        .at(slot)
                        .filter(open -> open.isOpen() && open.since().equals(answer.since()))
                        .isPresent())
                .ifPresent(slot -> {
                    Optional<Diagnosis> found = answer.found().filter(this::isUndisturbed);
                    keep(slot, Optional.of(new Case(answer.since(), false, found)));
                    found.ifPresent(diagnosis -> tell(answer.check(), diagnosis));
                });
    }

    /** The words of an alert with what was found, or with what was found before. */
    Said completed(Said said, Subject subject, Optional<Alert> alert) {
        return said.diagnosed(found(subject)
                .map(Diagnosis::text)
                .or(() -> alert.map(known -> known.said().diagnosis()))
                .orElse(""));
    }

    /** An alert that begins says what was found before. */
    void tell(Alert begun) {
        if (!begun.said().diagnosis().isEmpty()) {
            new AlertLife(draft)
                    .verdict(
                            begun,
                            Verdict.Kind.DIAGNOSED,
                            Optional.empty(),
                            Optional.empty(),
                            begun.said().diagnosis());
        }
    }

    /** An incident that begins, or widens, says what was found before. */
    void tell(IncidentTracker tracker, CheckId check) {
        found(Subject.of(check))
                .filter(diagnosis -> !diagnosis.rungs().isEmpty())
                .ifPresent(diagnosis -> tracker.diagnosed(check, diagnosis.text(), draft.now()));
    }

    private static boolean isFailure(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Up _, Outcome.Degraded _ -> false;
            case Outcome.Down _, Outcome.Unknown _ -> true;
        };
    }

    private void ask(int slot, CheckHealth before, CheckHealth after) {
        after.failingSince().ifPresent(since -> {
            boolean isTooMany = diagnoses().open() >= MOST_OPEN;
            Optional<Diagnosis> refusal = Optional.of(Diagnosis.notMade(draft.now(), "too many failures at once"))
                    .filter(_ -> isTooMany);
            keep(slot, Optional.of(new Case(since, !isTooMany, refusal)));
            if (!isTooMany) {
                Optional<CheckResult> good = before.last().filter(last -> !isFailure(last.outcome()));
                draft.effect(new Effect.Diagnose(after.check(), since, good));
            }
        });
    }

    /** What a standstill of this machine cut into pieces says nothing of the target. */
    private boolean isUndisturbed(Diagnosis diagnosis) {
        return draft.state().lastGapEnd().filter(diagnosis.at()::isBefore).isEmpty();
    }

    private void tell(CheckId check, Diagnosis diagnosis) {
        AlertLife life = new AlertLife(draft);
        List<Alert> alerts = draft.alerts().book().of(draft.state().layout(), Subject.of(check));
        alerts.stream().filter(alert -> alert.status() != Status.RESOLVED).forEach(alert -> {
            Said said = alert.said().diagnosed(diagnosis.text());
            life.save(alert.as(alert.severity(), said), Verdict.Kind.DIAGNOSED, diagnosis.text());
        });
        IncidentTracker tracker = draft.tracker(check.host());
        tell(tracker, check);
        draft.track(check.host(), tracker);
    }

    private Optional<Diagnosis> found(Subject subject) {
        return subject.check().flatMap(check -> diagnoses().of(draft.state().layout(), check));
    }

    private Diagnoses diagnoses() {
        return draft.alerts().diagnoses();
    }

    private void keep(int slot, Optional<Case> next) {
        draft.alerts(draft.alerts().withDiagnoses(diagnoses().with(slot, next)));
    }
}
