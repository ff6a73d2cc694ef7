package org.watchfloor.engine;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.watchfloor.alert.Alert;
import org.watchfloor.incident.Incident;
import org.watchfloor.incident.IncidentTracker;
import org.watchfloor.model.Actor;
import org.watchfloor.model.AlertId;
import org.watchfloor.model.IncidentId;

/**
 * Who takes an incident takes the alerts about it, so that nobody is paged for it any more; who takes the last of these
 * alerts takes the incident. Confined to one decision.
 */
final class Ownership {
    private final Draft draft;
    private final Actor by;
    private final String note;

    /** @param note may be empty */
    Ownership(Draft draft, Actor by, String note) {
        this.draft = draft;
        this.by = by;
        this.note = note;
    }

    void takeIncident(IncidentId id) {
        open().filter(incident -> incident.id().equals(id)).findFirst().ifPresent(incident -> {
            take(incident);
            List<AlertId> unowned =
                    about(incident).filter(this::isUnowned).map(Alert::id).toList();
            new AlertCommands(draft, by).acknowledge(unowned, note, Optional.empty());
        });
    }

    /** @param until empty until they end; who takes them for a while only does not take the incident */
    void takeAlerts(Collection<AlertId> alerts, Optional<Instant> until) {
        new AlertCommands(draft, by).acknowledge(alerts, note, until);
        if (until.isEmpty()) {
            takeIncidentsOf(alerts);
        }
    }

    private void takeIncidentsOf(Collection<AlertId> alerts) {
        open().filter(incident -> incident.acknowledged().isEmpty())
                .filter(incident -> about(incident).anyMatch(alert -> alerts.contains(alert.id()))
                        && about(incident).noneMatch(this::isUnowned))
                .toList()
                .forEach(this::take);
    }

    private void take(Incident incident) {
        IncidentTracker tracker = draft.tracker(incident.host());
        tracker.acknowledge(by, note, draft.now());
        draft.track(incident.host(), tracker);
    }

    private Stream<Incident> open() {
        return draft.state().openIncidents().values().stream();
    }

    private Stream<Alert> about(Incident incident) {
        return draft.alerts()
                .book()
                .all()
                .filter(Alert::isFiring)
                .filter(alert -> alert.subject()
                        .check()
                        .filter(incident.involved()::contains)
                        .isPresent());
    }

    private boolean isUnowned(Alert alert) {
        return !alert.isAcknowledged(draft.now());
    }
}
