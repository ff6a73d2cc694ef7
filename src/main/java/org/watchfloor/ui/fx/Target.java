package org.watchfloor.ui.fx;

import org.watchfloor.model.AlertId;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.HostId;
import org.watchfloor.model.IncidentId;
import org.watchfloor.model.ServiceId;

/** Something that can be opened. */
public sealed interface Target {
    record OfHost(HostId host) implements Target {}

    record OfCheck(CheckId check) implements Target {}

    record OfService(ServiceId service) implements Target {}

    record OfIncident(IncidentId incident) implements Target {}

    record OfAlert(AlertId alert) implements Target {}
}
