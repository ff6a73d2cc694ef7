package org.watchfloor.engine;

import java.time.Instant;
import org.watchfloor.alert.Alert;
import org.watchfloor.alert.NoticeGroup;
import org.watchfloor.alert.Verdict;
import org.watchfloor.gate.GateMove;
import org.watchfloor.incident.Incident;
import org.watchfloor.incident.TimelineEntry;
import org.watchfloor.model.AlertId;
import org.watchfloor.model.Gap;
import org.watchfloor.model.Transition;
import org.watchfloor.notify.Posting;
import org.watchfloor.recovery.action.Action;
import org.watchfloor.recovery.action.AutomationMove;
import org.watchfloor.recovery.action.ServiceMove;
import org.watchfloor.recovery.action.StepRun;
import org.watchfloor.recovery.failure.Failure;

/** A decision or fact that must not be lost; one row in the journal. */
public sealed interface Entry {
    record StateChanged(Transition transition) implements Entry {}

    /** A new incident, or the same one acknowledged, widened or resolved: the newest version counts. */
    record IncidentSaved(Incident incident) implements Entry {}

    record TimelineAdded(TimelineEntry entry) implements Entry {}

    record GapRecorded(Gap gap) implements Entry {}

    /** A new failure, or the same one over: the newest version counts. */
    record FailureSaved(Failure failure) implements Entry {}

    /** A new action, or the same one further on: the newest version counts. */
    record ActionSaved(Action action) implements Entry {}

    /** A step of an action has begun, or ended: the newest version counts. */
    record StepSaved(StepRun step) implements Entry {}

    /** What may be done has been set anew. */
    record AutomationSet(AutomationMove move) implements Entry {}

    /** The console's own calls to a service go to another instance: the newest one of a service counts. */
    record ServiceMoved(ServiceMove move) implements Entry {}

    /** A breaker stands differently now: the newest one of a gate counts. */
    record GateMoved(GateMove move) implements Entry {}

    /** A new alert, or the same one changed: the newest version counts. */
    record AlertSaved(Alert alert) implements Entry {}

    /** Nobody waits for anything of this alert any more. */
    record AlertClosed(AlertId alert) implements Entry {}

    /** Until when an alert of another program lasts unless it is reported again: the newest version counts. */
    record OutsideLasts(AlertId alert, Instant until) implements Entry {}

    record VerdictAdded(Verdict verdict) implements Entry {}

    record GroupSaved(NoticeGroup group) implements Entry {}

    record GroupClosed(NoticeGroup.Key key) implements Entry {}

    /** A notice, or the same one a step further: the newest version counts. */
    record PostingSaved(Posting posting) implements Entry {}
}
