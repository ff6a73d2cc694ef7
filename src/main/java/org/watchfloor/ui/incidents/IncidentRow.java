package org.watchfloor.ui.incidents;

import java.util.Comparator;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.watchfloor.incident.Incident;
import org.watchfloor.model.IncidentId;

/** An incident in the list; keeps its identity while its content changes. FX thread only. */
public final class IncidentRow {
    /** Open before closed, nobody's before somebody's, then the newest. */
    static final Comparator<IncidentRow> ORDER = Comparator.<IncidentRow, Boolean>comparing(
                    row -> !row.incident().isOpen())
            .thenComparing(row ->
                    row.incident().isOpen() && row.incident().acknowledged().isPresent())
            .thenComparing(row -> row.incident().startedAt(), Comparator.reverseOrder())
            .thenComparing(IncidentRow::id, Comparator.reverseOrder());

    private final ReadOnlyObjectWrapper<Incident> incident;

    IncidentRow(Incident incident) {
        this.incident = new ReadOnlyObjectWrapper<>(this, "incident", incident);
    }

    public IncidentId id() {
        return incident().id();
    }

    public Incident incident() {
        return Objects.requireNonNull(incident.get());
    }

    public ReadOnlyObjectProperty<Incident> incidentProperty() {
        return incident.getReadOnlyProperty();
    }

    void show(Incident next) {
        incident.set(next);
    }
}
