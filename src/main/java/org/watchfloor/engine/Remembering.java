package org.watchfloor.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.watchfloor.alert.Alert;
import org.watchfloor.alert.NoticeGroup;
import org.watchfloor.alert.Subject;
import org.watchfloor.alert.outside.OutsidePolicy;
import org.watchfloor.config.Site;
import org.watchfloor.health.CheckHealth;
import org.watchfloor.health.Flaps;
import org.watchfloor.health.Recent;
import org.watchfloor.incident.Incident;
import org.watchfloor.model.AlertId;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.Gap;
import org.watchfloor.model.HostId;
import org.watchfloor.model.Reason;
import org.watchfloor.model.State;
import org.watchfloor.model.Transition;
import org.watchfloor.notify.Outbox;

/** Builds the engine's first state from what the journal knows. Pure. */
final class Remembering {
    private static final Duration WORTH_TELLING = Duration.ofSeconds(2);

    private Remembering() {}

    static EngineState start(Restored restored, Instant now) {
        Map<HostId, Incident> incidents = new LinkedHashMap<>();
        restored.openIncidents().stream()
                .sorted(Comparator.comparing(Incident::id))
                .forEach(incident -> incidents.put(incident.host(), incident));
        Map<CheckId, Remembered> remembered = new HashMap<>();
        restored.last().forEach((check, last) -> {
            Optional<Incident> incident = Optional.ofNullable(incidents.get(check.host()));
            boolean disabled = last.reason().equals(Optional.of(Reason.DISABLED));
            remembered.put(check, new Remembered(health(last, incident, now), disabled));
        });
        return new EngineState(
                        new Layout(Site.EMPTY),
                        Slots.copyOf(List.of()),
                        Map.copyOf(remembered),
                        Collections.unmodifiableMap(incidents),
                        List.of(),
                        new EngineState.Counters(
                                restored.lastTransition(), restored.lastIncident(), restored.lastTimelineEntry()),
                        alerts(restored.alerts(), now),
                        List.of(),
                        now)
                .withGates(Gates.restored(
                        restored.gates().stood(), restored.gates().lastMove()))
                .withFailures(Failures.restored(restored.failures()))
                .withActions(Actions.restored(restored.actions()));
    }

    /** As it was: nobody is told again of what he was told of; what was on its way goes out again. */
    private static AlertState alerts(RestoredAlerts restored, Instant now) {
        TreeMap<NoticeGroup.Key, NoticeGroup> groups = new TreeMap<>();
        restored.groups().forEach(group -> groups.put(group.key(), group));
        TreeMap<Subject, List<Alert>> bySubject = restored.alerts().stream()
                .collect(Collectors.groupingBy(Alert::subject, TreeMap::new, Collectors.toList()));
        return new AlertState(
                new AlertBook(Slots.copyOf(List.of()), bySubject),
                Slots.copyOf(List.of()),
                groups,
                Outbox.restored(restored.postings(), restored.threads(), now),
                Diagnoses.none(0),
                restored.numbers(),
                outside(restored, now));
    }

    /** Nobody could report while the program did not run, so each has at least the usual time to come again. */
    private static Map<AlertId, Instant> outside(RestoredAlerts restored, Instant now) {
        return restored.alerts().stream()
                .filter(alert -> alert.subject().kind() == Subject.Kind.OUTSIDE && alert.isFiring())
                .map(Alert::id)
                .collect(Collectors.toMap(
                        id -> id,
                        id -> Outside.atLeast(restored.outside().getOrDefault(id, now), now, OutsidePolicy.DEFAULT)));
    }

    /** The time since the journal's last sign of life; if that is still to come, the clock was set back meanwhile. */
    static Optional<Gap> gapSince(Restored restored, Instant now) {
        return restored.lastAlive()
                .filter(last -> Duration.between(last, now).abs().compareTo(WORTH_TELLING) > 0)
                .map(last ->
                        new Gap(last, now, last.isAfter(now) ? Gap.Cause.CLOCK_JUMPED_BACK : Gap.Cause.NOT_RUNNING));
    }

    private static CheckHealth health(Transition last, Optional<Incident> incident, Instant now) {
        Optional<Instant> failingSince = last.hard() == State.DOWN
                ? Optional.of(incident.map(Incident::startedAt).orElse(last.at()))
                : Optional.empty();
        return new CheckHealth(
                last.check(),
                last.to(),
                last.at(),
                last.hard(),
                Optional.empty(),
                Optional.empty(),
                failingSince,
                Optional.empty(),
                Optional.empty(),
                now,
                Recent.NONE,
                Flaps.NONE);
    }
}
