package org.watchfloor.engine;

import java.util.List;
import java.util.Optional;
import org.watchfloor.alert.Alert;
import org.watchfloor.alert.Alert.Said;
import org.watchfloor.alert.Alert.Status;
import org.watchfloor.alert.Subject;
import org.watchfloor.alert.Verdict;
import org.watchfloor.engine.Diagnoses.Asked;
import org.watchfloor.engine.Diagnoses.Case;
import org.watchfloor.health.CheckHealth;
import org.watchfloor.incident.IncidentTracker;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.Diagnosis;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.State;

/**
 * Has the first failure of an outage diagnosed, once, and whatever a person asks for; brings what was found to where it
 * is read: the alert, what is told of it, and the incident. Confined to one decision.
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

    /**
     * What is asked for.
     *
     * @param good the last good result, if one is known
     * @param before what was found before and stays until there is an answer
     */
    private record Asking(Optional<CheckResult> good, Optional<Diagnosis> before, boolean byHand) {}

    void resultCame(int slot, CheckHealth before, CheckHealth after) {
        Optional<Case> known = diagnoses().at(slot);
        if (known.filter(one -> !one.since().equals(after.failingSince())).isPresent()) {
            forget(slot);
        }
        boolean fails = after.last().filter(Diagnosing::isFailure).isPresent();
        if (fails
                && before.hard() != State.DOWN
                && after.behind().isEmpty()
                && diagnoses().at(slot).isEmpty()) {
            ask(after, slot, new Asking(good(before), Optional.empty(), false));
        }
    }

    /** A person asks; while a descent is under way that changes nothing. */
    void asked(CheckId check) {
        draft.state().layout().slot(check).ifPresent(slot -> {
            CheckHealth health = draft.state().checks().get(slot);
            Optional<Case> known = diagnoses().at(slot);
            if (health.state() != State.PAUSED && known.filter(Case::isOpen).isEmpty()) {
                Optional<CheckResult> good = good(health).or(() -> known.flatMap(Case::good));
                ask(health, slot, new Asking(good, known.flatMap(Case::found), true));
            }
        });
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
                .ifPresent(slot -> diagnoses()
                        .at(slot)
                        .filter(open -> open.asked().map(Asked::at).equals(Optional.of(answer.asked())))
                        .ifPresent(open -> finished(slot, open, answer)));
    }

    private void finished(int slot, Case open, Event.DiagnosisFinished answer) {
        Optional<Diagnosis> found = answer.found().filter(this::isUndisturbed);
        Optional<Diagnosis> shown = found.or(() -> open.asked()
                .filter(Asked::byHand)
                .map(_ -> Diagnosis.notMade(draft.now(), "it was cut short, or this kind of check has no steps")));
        keep(slot, Optional.of(new Case(open.since(), open.good(), Optional.empty(), shown)));
        found.ifPresent(diagnosis -> tell(answer.check(), diagnosis));
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

    private static boolean isFailure(CheckResult result) {
        return switch (result.outcome()) {
            case Outcome.Up _, Outcome.Degraded _ -> false;
            case Outcome.Down _, Outcome.Unknown _ -> true;
        };
    }

    private static Optional<CheckResult> good(CheckHealth health) {
        return health.last().filter(last -> !isFailure(last));
    }

    private void ask(CheckHealth health, int slot, Asking asking) {
        boolean isTooMany = diagnoses().open() >= MOST_OPEN;
        Optional<Asked> asked =
                Optional.of(new Asked(draft.now(), asking.byHand())).filter(_ -> !isTooMany);
        Optional<Diagnosis> refusal = Optional.of(Diagnosis.notMade(draft.now(), "too many failures at once"))
                .filter(_ -> isTooMany);
        keep(slot, Optional.of(new Case(health.failingSince(), asking.good(), asked, refusal.or(asking::before))));
        asked.ifPresent(made -> draft.effect(new Effect.Diagnose(health.check(), made.at(), asking.good())));
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
        if (!diagnosis.rungs().isEmpty()) {
            tracker.diagnosed(check, diagnosis.text(), draft.now());
        }
        draft.track(check.host(), tracker);
    }

    /** Of the present outage: what was seen while the check worked says nothing of what begins later. */
    private Optional<Diagnosis> found(Subject subject) {
        return subject.check()
                .flatMap(check -> draft.state().layout().slot(check))
                .flatMap(slot -> diagnoses().at(slot))
                .filter(known -> known.since().isPresent())
                .flatMap(Case::found);
    }

    private Diagnoses diagnoses() {
        return draft.alerts().diagnoses();
    }

    private void keep(int slot, Optional<Case> next) {
        draft.alerts(draft.alerts().withDiagnoses(diagnoses().with(slot, next)));
    }
}
