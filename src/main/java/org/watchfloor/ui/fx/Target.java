package org.watchfloor.ui.fx;

import java.util.List;
import org.watchfloor.gate.GateId;
import org.watchfloor.model.AlertId;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.HostId;
import org.watchfloor.model.IncidentId;
import org.watchfloor.model.ServiceId;
import org.watchfloor.recovery.RunbookId;
import org.watchfloor.recovery.action.ActionId;

/** Something that can be opened. */
public sealed interface Target {
    record OfHost(HostId host) implements Target {}

    record OfCheck(CheckId check) implements Target {}

    record OfService(ServiceId service) implements Target {}

    record OfIncident(IncidentId incident) implements Target {}

    record OfAlert(AlertId alert) implements Target {}

    record OfGate(GateId gate) implements Target {}

    record OfAction(ActionId action) implements Target {}

    /** What a runbook would do on a check, ready to be begun. */
    record OfRunbook(RunbookId runbook, CheckId check) implements Target {}

    record OfSilence(String silence) implements Target {}

    record OfMaintenance(String maintenance) implements Target {}

    /** What happened while nobody was at the console. */
    record OfAway() implements Target {}

    /** A silence that is not written yet; the matchers that it begins with. */
    record OfNewSilence(List<String> matchers) implements Target {
        public OfNewSilence {
            matchers = List.copyOf(matchers);
        }
    }
}
