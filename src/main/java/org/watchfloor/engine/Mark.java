package org.watchfloor.engine;

import java.time.Instant;
import org.watchfloor.alert.Alert;
import org.watchfloor.alert.Silence;
import org.watchfloor.alert.calendar.Maintenance;
import org.watchfloor.gate.GateId;
import org.watchfloor.incident.Incident;
import org.watchfloor.model.AlertId;
import org.watchfloor.model.IncidentId;

/** What is true of a check besides its state: who has taken its trouble, what keeps it quiet, or that it flaps. Immutable. */
public sealed interface Mark {
    /** Somebody owns an alert of the check. */
    record AlertOwned(AlertId alert, Alert.Ack ack) implements Mark {}

    /** Somebody owns the open incident that the check is part of. */
    record IncidentOwned(IncidentId incident, Incident.Acknowledgement ack) implements Mark {}

    /** Work is under way on it. */
    record Planned(Maintenance maintenance, Instant until) implements Mark {}

    record Silenced(Silence silence) implements Mark {}

    /** An alert of the check is put aside. */
    record Shelved(AlertId alert, Instant until) implements Mark {}

    /** @param by the alert that stands for this one */
    record Inhibited(AlertId alert, String by) implements Mark {}

    /** Calls to what it looks at have failed so often that they are made less often. */
    record GateShut(GateId gate, Instant since) implements Mark {}

    /** It changes its mind too often to be believed. */
    record Flapping() implements Mark {}

    /** Whether nobody has to look after the check because of it. */
    default boolean isCare() {
        return switch (this) {
            case AlertOwned _, IncidentOwned _, Planned _, Silenced _, Shelved _, Inhibited _ -> true;
            case GateShut _, Flapping _ -> false;
        };
    }

    /** Whether a person has taken the trouble. */
    default boolean isOwned() {
        return switch (this) {
            case AlertOwned _, IncidentOwned _ -> true;
            case Planned _, Silenced _, Shelved _, Inhibited _, GateShut _, Flapping _ -> false;
        };
    }
}
