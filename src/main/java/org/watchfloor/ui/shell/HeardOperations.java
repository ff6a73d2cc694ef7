package org.watchfloor.ui.shell;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.watchfloor.alert.Alert;
import org.watchfloor.engine.Operations;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.engine.Snapshots;
import org.watchfloor.incident.Incident;
import org.watchfloor.model.Actor;
import org.watchfloor.model.AlertId;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.IncidentId;

/**
 * Passes all on, and tells before which alerts go along with an incident that is taken over here. Called on the FX
 * thread only.
 */
record HeardOperations(Operations engine, Snapshots snapshots, Consumer<Collection<AlertId>> taken)
        implements Operations {
    @Override
    public void checkNow(Collection<CheckId> checks) {
        engine.checkNow(checks);
    }

    @Override
    public void diagnose(Collection<CheckId> checks) {
        engine.diagnose(checks);
    }

    @Override
    public void pause(Collection<CheckId> checks, Actor by) {
        engine.pause(checks, by);
    }

    @Override
    public void resume(Collection<CheckId> checks, Actor by) {
        engine.resume(checks, by);
    }

    @Override
    public void acknowledge(IncidentId incident, Actor by, String note) {
        taken.accept(alertsOf(incident, snapshots.current()));
        engine.acknowledge(incident, by, note);
    }

    @Override
    public void addNote(IncidentId incident, Actor by, String text) {
        engine.addNote(incident, by, text);
    }

    private static List<AlertId> alertsOf(IncidentId id, Snapshot snapshot) {
        return snapshot.openIncidents().stream()
                .filter(incident -> incident.id().equals(id))
                .flatMap(incident -> snapshot.state().alerting().book().all().filter(alert -> isAbout(alert, incident)))
                .map(Alert::id)
                .toList();
    }

    private static boolean isAbout(Alert alert, Incident incident) {
        return alert.subject().check().filter(incident.involved()::contains).isPresent();
    }
}
