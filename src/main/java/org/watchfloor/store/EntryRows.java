package org.watchfloor.store;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.watchfloor.alert.Alert;
import org.watchfloor.alert.NoticeGroup;
import org.watchfloor.alert.Verdict;
import org.watchfloor.engine.Entry;
import org.watchfloor.gate.GateMove;
import org.watchfloor.incident.Incident;
import org.watchfloor.incident.TimelineEntry;
import org.watchfloor.model.AlertId;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.Gap;
import org.watchfloor.model.Reason;
import org.watchfloor.model.Transition;
import org.watchfloor.notify.Posting;
import org.watchfloor.recovery.action.Action;
import org.watchfloor.recovery.action.AutomationMove;
import org.watchfloor.recovery.action.ServiceMove;
import org.watchfloor.recovery.action.StepRun;
import org.watchfloor.recovery.failure.Failure;

/** Entries as rows of one transaction. Confined to the writer thread. */
final class EntryRows {
    private static final int LONGEST_TEXT = 1_000_000;
    private static final int LONGEST_NAME = 1_000;
    private static final int MOST_INVOLVED = 4_000;

    private final Handle handle;
    private final Standings standings;
    private final SetAside refused;
    private final AlertRows alerts;
    private final GateRows gates;
    private final FailureRows failures;
    private final ActionRows actions;
    private final Map<CheckId, Long> moved = new HashMap<>();
    private long lastGap;

    EntryRows(Handle handle, Memory memory) {
        this.handle = handle;
        standings = memory.standings();
        refused = memory.refused();
        alerts = new AlertRows(handle);
        gates = new GateRows(handle);
        failures = new FailureRows(handle);
        actions = new ActionRows(handle);
        lastGap = handle.createQuery("select coalesce(max(id), 0) from gap")
                .mapTo(Long.class)
                .one();
    }

    /** @return whether the row is in */
    boolean accepts(Entry entry) {
        return switch (entry) {
            case Entry.StateChanged changed -> {
                Transition transition = changed.transition();
                yield refused.accepts("transition " + transition.id(), () -> write(transition));
            }
            case Entry.IncidentSaved saved -> {
                Incident incident = saved.incident();
                yield refused.accepts("incident " + incident.id().value(), () -> write(incident));
            }
            case Entry.TimelineAdded added -> {
                TimelineEntry line = added.entry();
                yield refused.accepts("timeline entry " + line.id(), () -> write(line));
            }
            case Entry.GapRecorded recorded -> refused.accepts("a gap", () -> write(recorded.gap()));
            case Entry.FailureSaved(Failure failure) ->
                refused.accepts("failure " + failure.id(), () -> failures.write(failure));
            case Entry.ActionSaved(Action action) ->
                refused.accepts("action " + action.id(), () -> actions.write(action));
            case Entry.StepSaved(StepRun step) ->
                refused.accepts("a step of action " + step.action(), () -> actions.write(step));
            case Entry.AutomationSet(AutomationMove move) ->
                refused.accepts("automation move " + move.id(), () -> actions.write(move));
            case Entry.ServiceMoved(ServiceMove move) ->
                refused.accepts("move " + move.id() + " of service " + move.service(), () -> actions.write(move));
            case Entry.GateMoved(GateMove move) -> refused.accepts("gate move " + move.id(), () -> gates.write(move));
            case Entry.AlertSaved(Alert alert) -> refused.accepts("alert " + alert.id(), () -> alerts.write(alert));
            case Entry.AlertClosed(AlertId alert) ->
                refused.accepts("the end of alert " + alert, () -> alerts.close(alert));
            case Entry.OutsideLasts lasts ->
                refused.accepts("the timeout of alert " + lasts.alert(), () -> alerts.write(lasts));
            case Entry.VerdictAdded(Verdict verdict) ->
                refused.accepts("verdict " + verdict.id(), () -> alerts.write(verdict));
            case Entry.GroupSaved(NoticeGroup group) ->
                refused.accepts("group " + group.episode(), () -> alerts.write(group));
            case Entry.GroupClosed(NoticeGroup.Key group) ->
                refused.accepts("the end of a group", () -> alerts.close(group));
            case Entry.PostingSaved(Posting posting) ->
                refused.accepts("notice " + posting.id(), () -> alerts.write(posting));
        };
    }

    /** The newest transitions written here, to be made known once they are committed. */
    Map<CheckId, Long> moved() {
        return moved;
    }

    private void write(Transition transition) {
        long previous = moved.getOrDefault(transition.check(), standings.newest(transition.check()));
        handle.execute(
                """
                insert into transition
                    (id, previous_id, check_id, at_time, from_state, to_state, hard_state, reason, message)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                transition.id(),
                previous,
                transition.check().toString(),
                Nanos.of(transition.at()),
                transition.from().name(),
                transition.to().name(),
                transition.hard().name(),
                transition.reason().map(Reason::name).orElse(null),
                Text.of(transition.message(), LONGEST_TEXT));
        moved.put(transition.check(), transition.id());
    }

    /** The newest version replaces the one before, in one statement, so that a refused one leaves the older in place. */
    private void write(Incident incident) {
        handle.execute(
                """
                merge into incident
                    (id, host_id, started_at, opened_at, acknowledged_by, acknowledged_at, resolved_at, involved, summary)
                key (id) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                incident.id().value(),
                incident.host().value(),
                Nanos.of(incident.startedAt()),
                Nanos.of(incident.openedAt()),
                incident.acknowledged()
                        .map(ack -> Text.of(ack.by().name(), LONGEST_NAME))
                        .orElse(null),
                incident.acknowledged().map(ack -> Nanos.of(ack.at())).orElse(null),
                incident.resolvedAt().map(Nanos::of).orElse(null),
                incident.involved().stream()
                        .sorted()
                        .limit(MOST_INVOLVED)
                        .map(CheckId::toString)
                        .collect(Collectors.joining(" ")),
                Text.of(incident.summary(), LONGEST_TEXT));
    }

    private void write(TimelineEntry entry) {
        handle.execute(
                """
                insert into timeline (incident_id, id, at_time, kind, check_id, text, actor)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                entry.incident().value(),
                entry.id(),
                Nanos.of(entry.at()),
                entry.kind().name(),
                entry.check().map(CheckId::toString).orElse(null),
                Text.of(entry.text(), LONGEST_TEXT),
                entry.actor().map(actor -> Text.of(actor.name(), LONGEST_NAME)).orElse(null));
    }

    private void write(Gap gap) {
        handle.execute(
                "insert into gap (id, from_time, to_time, cause) values (?, ?, ?, ?)",
                ++lastGap,
                Nanos.of(gap.from()),
                Nanos.of(gap.to()),
                gap.cause().name());
    }
}
