package org.watchfloor.engine;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.watchfloor.alert.outside.OutsideAlert;
import org.watchfloor.config.ConfigProblem;
import org.watchfloor.config.Site;
import org.watchfloor.gate.GateId;
import org.watchfloor.gate.Hand;
import org.watchfloor.model.Actor;
import org.watchfloor.model.AlertId;
import org.watchfloor.model.ChannelId;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.Diagnosis;
import org.watchfloor.model.Gap;
import org.watchfloor.model.IncidentId;
import org.watchfloor.model.Notice;
import org.watchfloor.model.NoticeId;
import org.watchfloor.model.ServiceId;
import org.watchfloor.model.Testimony;
import org.watchfloor.notify.Delivery;
import org.watchfloor.recovery.RunbookId;
import org.watchfloor.recovery.action.Action;
import org.watchfloor.recovery.action.ActionId;
import org.watchfloor.recovery.action.AutomationLevel;
import org.watchfloor.recovery.action.Part;
import org.watchfloor.recovery.action.StepEnd;
import org.watchfloor.recovery.approval.Consent;
import org.watchfloor.recovery.failure.Failure;
import org.watchfloor.recovery.failure.FailureId;
import org.watchfloor.recovery.failure.FailureType;

/** Everything that the engine can be told; the only way to change its state. */
public sealed interface Event {
    record CheckFinished(CheckResult result) implements Event {}

    /**
     * A look that was due was not made: limits on what is asked of the world held it back. It says nothing of its target.
     *
     * @param why {@code held back by the rate limit of host web-1 (20 calls per 1 s)}
     */
    record HeldBack(CheckId check, Instant at, String why) implements Event {}

    /** Comes about once a second and lets time itself be noticed: results that are overdue. */
    record Tick() implements Event {}

    record GapSeen(Gap gap) implements Event {}

    /** A round of the witnesses of the own network is over. */
    record WitnessesHeard(Testimony round) implements Event {}

    /**
     * What was asked for of the past of checks is there.
     *
     * @param found nothing of those of which nothing is on record
     */
    record PastRecalled(Recall asked, Map<CheckId, Recall.Past> found) implements Event {
        public PastRecalled {
            found = Map.copyOf(found);
        }

        /** Without the samples. */
        @Override
        public String toString() {
            return "the past of " + found.size() + " checks";
        }
    }

    record SiteLoaded(Site site) implements Event {}

    /** The configuration on disk is invalid; the site in force stays. */
    record SiteRejected(List<ConfigProblem> problems) implements Event {
        public SiteRejected {
            problems = List.copyOf(problems);
        }
    }

    record CheckNow(Collection<CheckId> checks) implements Event {}

    /** A person asks why checks fail, or whether all the way to them works. */
    record DiagnoseNow(Collection<CheckId> checks) implements Event {}

    record Pause(Collection<CheckId> checks, Actor by) implements Event {}

    record Resume(Collection<CheckId> checks, Actor by) implements Event {}

    record Acknowledge(IncidentId incident, Actor by, String note) implements Event {}

    /**
     * A person owns alerts.
     *
     * @param until when that counts no more; empty: until they end
     */
    record AcknowledgeAlerts(Collection<AlertId> alerts, Actor by, String note, Optional<Instant> until)
            implements Event {}

    record UnacknowledgeAlerts(Collection<AlertId> alerts, Actor by) implements Event {}

    /** @param until in the past: not shelved any more */
    record ShelveAlerts(Collection<AlertId> alerts, Actor by, String note, Instant until) implements Event {}

    record CommentAlerts(Collection<AlertId> alerts, Actor by, String text) implements Event {}

    record ResolveAlerts(Collection<AlertId> alerts, Actor by, String note) implements Event {}

    /**
     * A descent that was asked for has ended.
     *
     * @param asked as of {@link Effect.Diagnose}
     * @param found empty if nothing could be found out: the kind of check has no ladder, or it was cut short
     */
    record DiagnosisFinished(CheckId check, Instant asked, Optional<Diagnosis> found) implements Event {}

    /** What became of one try to deliver a notice. */
    record NoticeFinished(Notice notice, Delivery delivery) implements Event {}

    /** A notice that was given up is tried again. */
    record ResendNotice(NoticeId notice, Actor by) implements Event {}

    /** A person tries a channel with an example, or with a real alert. */
    record TestChannel(ChannelId channel, Optional<AlertId> alert, Actor by) implements Event {}

    /**
     * Another program reports alerts, or their ends.
     *
     * @param answer completed with what became of it, once that is on disk
     */
    record OutsideReported(List<OutsideAlert> alerts, CompletableFuture<Taken> answer) implements Event {
        public OutsideReported {
            alerts = List.copyOf(alerts);
        }

        /** Without what was sent. */
        @Override
        public String toString() {
            return "a report of " + alerts.size() + " alerts from outside";
        }
    }

    /** A person puts a hand on a breaker; {@link Hand#OFF} takes it off and closes it. */
    record SetGate(GateId gate, Hand hand, Actor by, String reason) implements Event {}

    /**
     * A person begins a runbook on the target of a check.
     *
     * @param given values of its parameters by name
     * @param typed the name of the target as the person typed it, where the runbook wants that; else empty
     * @param consent of a second person, where the runbook wants one
     * @param answer completed with the action, begun or refused, once that is on disk
     */
    record StartAction(
            RunbookId runbook,
            CheckId check,
            Map<String, String> given,
            Actor by,
            String typed,
            Consent consent,
            CompletableFuture<Action> answer)
            implements Event {
        public StartAction {
            given = Map.copyOf(given);
        }

        /** Without the values. */
        @Override
        public String toString() {
            return by + " begins " + runbook + " on " + check;
        }
    }

    /** A step that reaches into the world has ended. */
    record StepFinished(ActionId action, Part part, int index, StepEnd how) implements Event {}

    record CancelAction(ActionId action, Actor by) implements Event {}

    /**
     * A person wants undone what an action did.
     *
     * @param answer completed with the action, on its way again, once that is on disk; fails if it cannot be undone
     */
    record RollBackAction(ActionId action, Actor by, CompletableFuture<Action> answer) implements Event {}

    /**
     * A person says that something fails, whatever its checks say.
     *
     * @param answer the failure, once it is on disk; fails if there is no such check, or one of it is on record already
     */
    record ReportFailure(CheckId check, FailureType type, String message, Actor by, CompletableFuture<Failure> answer)
            implements Event {}

    /**
     * A person says that what a person has reported is over.
     *
     * @param answer the failure, over; fails if there is none, or it is for its check to say
     */
    record EndFailure(FailureId failure, Actor by, String why, CompletableFuture<Failure> answer) implements Event {}

    /** A person answers the question that an action asks. */
    record AnswerAction(ActionId action, String answer, Actor by) implements Event {}

    /**
     * Says what may be done from now on.
     *
     * @param service empty: the whole console
     * @param level of a service empty: it is as the whole console again; of the console empty: as it is
     * @param stopped the kill switch, of the whole console; empty: as it is
     */
    record SetAutomation(
            Optional<ServiceId> service,
            Optional<AutomationLevel> level,
            Optional<Boolean> stopped,
            Actor by,
            String reason)
            implements Event {}

    /** The store takes nothing: nothing may begin by itself that could not be put on record. */
    record StoreLost(String why) implements Event {}

    record AddNote(IncidentId incident, Actor by, String text) implements Event {}
}
