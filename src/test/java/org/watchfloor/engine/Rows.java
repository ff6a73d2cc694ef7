package org.watchfloor.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.watchfloor.alert.Alert;
import org.watchfloor.alert.NoticeGroup;
import org.watchfloor.gate.GateId;
import org.watchfloor.gate.GateMove;
import org.watchfloor.incident.Incident;
import org.watchfloor.model.AlertId;
import org.watchfloor.model.ChannelId;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.IncidentId;
import org.watchfloor.model.NoticeId;
import org.watchfloor.model.ServiceId;
import org.watchfloor.model.Transition;
import org.watchfloor.notify.Posting;
import org.watchfloor.recovery.action.Action;
import org.watchfloor.recovery.action.ActionId;
import org.watchfloor.recovery.action.AutomationMove;
import org.watchfloor.recovery.action.ServiceMove;
import org.watchfloor.recovery.action.Status;
import org.watchfloor.recovery.action.StepRun;
import org.watchfloor.recovery.failure.Failure;
import org.watchfloor.recovery.failure.FailureId;

/** What a journal that wrote all entries gives back. */
final class Rows {
    private final Map<CheckId, Transition> last = new HashMap<>();
    private final Map<IncidentId, Incident> incidents = new LinkedHashMap<>();
    private final Map<AlertId, Alert> alerts = new LinkedHashMap<>();
    private final Map<NoticeGroup.Key, NoticeGroup> groups = new LinkedHashMap<>();
    private final Map<NoticeId, Posting> postings = new LinkedHashMap<>();
    private final Map<AlertId, Instant> outside = new HashMap<>();
    private final Map<GateId, GateMove> gates = new HashMap<>();
    private final TreeMap<FailureId, Failure> failures = new TreeMap<>();
    private final TreeMap<ActionId, Action> actions = new TreeMap<>();
    private final Map<List<Object>, StepRun> steps = new LinkedHashMap<>();
    private final Map<Optional<ServiceId>, AutomationMove> automation = new HashMap<>();
    private final Map<ServiceId, ServiceMove> moves = new HashMap<>();
    private final Map<ChannelId, Map<String, String>> threads = new LinkedHashMap<>();
    private long transition;
    private long incident;
    private long line;
    private AlertState.Numbers numbers = AlertState.Numbers.NONE;

    Rows(List<Entry> entries) {
        entries.forEach(this::take);
    }

    /** @param alive the last sign of life */
    Restored restored(Instant alive) {
        return new Restored(
                last,
                incidents.values().stream()
                        .filter(Incident::isOpen)
                        .sorted(Comparator.comparing(Incident::id))
                        .toList(),
                transition,
                incident,
                line,
                Optional.of(alive),
                new RestoredAlerts(
                        alerts.values().stream()
                                .sorted(Comparator.comparing(Alert::id))
                                .toList(),
                        new ArrayList<>(groups.values()),
                        postings.values().stream()
                                .filter(Rows::isOpen)
                                .sorted(Comparator.comparing(Posting::id))
                                .toList(),
                        threads,
                        numbers,
                        outside),
                new RestoredGates(
                        gates,
                        gates.values().stream().mapToLong(GateMove::id).max().orElse(0)),
                new RestoredFailures(
                        failures.values().stream()
                                .filter(failure -> failure.ended().isEmpty())
                                .toList(),
                        failures.isEmpty() ? 0 : failures.lastKey().value()),
                new RestoredActions(
                        actions.values().stream()
                                .filter(action -> !action.isOver())
                                .toList(),
                        steps.values().stream()
                                .filter(step -> step.end().isEmpty())
                                .toList(),
                        actions.values().stream()
                                .filter(action -> action.isOver() && action.status() != Status.REFUSED)
                                .toList(),
                        automation.values().stream()
                                .sorted(Comparator.comparingLong(AutomationMove::id))
                                .toList(),
                        moves.values().stream()
                                .sorted(Comparator.comparingLong(ServiceMove::id))
                                .toList(),
                        actions.isEmpty() ? 0 : actions.lastKey().value()));
    }

    private static boolean isOpen(Posting posting) {
        return switch (posting.status()) {
            case WAITING, SENDING, DEAD -> true;
            case ACCEPTED, MERGED -> false;
        };
    }

    private void take(Entry entry) {
        switch (entry) {
            case Entry.StateChanged(Transition changed) -> {
                last.put(changed.check(), changed);
                transition = changed.id();
            }
            case Entry.IncidentSaved(Incident saved) -> {
                incidents.put(saved.id(), saved);
                incident = Math.max(incident, saved.id().value());
            }
            case Entry.TimelineAdded added -> line = added.entry().id();
            case Entry.GapRecorded _ -> {}
            case Entry.FailureSaved saved -> failures.put(saved.failure().id(), saved.failure());
            case Entry.ActionSaved(Action action) -> actions.put(action.id(), action);
            case Entry.StepSaved(StepRun step) -> steps.put(List.of(step.action(), step.part(), step.index()), step);
            case Entry.ServiceMoved(ServiceMove move) -> moves.put(move.service(), move);
            case Entry.AutomationSet(AutomationMove move) -> automation.put(move.service(), move);
            case Entry.GateMoved moved -> gates.put(moved.move().gate(), moved.move());
            case Entry.AlertSaved(Alert alert) -> {
                alerts.put(alert.id(), alert);
                highest(alert.id().value(), 0, 0, 0);
            }
            case Entry.AlertClosed(AlertId alert) -> {
                alerts.remove(alert);
                outside.remove(alert);
            }
            case Entry.OutsideLasts(AlertId alert, Instant until) -> outside.put(alert, until);
            case Entry.VerdictAdded added -> highest(0, added.verdict().id(), 0, 0);
            case Entry.GroupSaved(NoticeGroup group) -> {
                groups.put(group.key(), group);
                String episode = group.episode();
                highest(0, 0, 0, Long.parseLong(episode.substring(episode.lastIndexOf('-') + 1)));
            }
            case Entry.GroupClosed(NoticeGroup.Key key) -> groups.remove(key);
            case Entry.PostingSaved(Posting posting) -> take(posting);
        }
    }

    private void take(Posting posting) {
        postings.put(posting.id(), posting);
        highest(0, 0, posting.id().value(), 0);
        posting.reference()
                .ifPresent(reference -> threads.computeIfAbsent(posting.notice().channel(), _ -> new LinkedHashMap<>())
                        .putIfAbsent(posting.notice().episode(), reference));
    }

    private void highest(long alert, long verdict, long notice, long episode) {
        numbers = new AlertState.Numbers(
                Math.max(numbers.alert(), alert),
                Math.max(numbers.verdict(), verdict),
                Math.max(numbers.notice(), notice),
                Math.max(numbers.episode(), episode));
    }
}
