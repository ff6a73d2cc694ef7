package org.watchfloor.web;

import org.watchfloor.config.Check;
import org.watchfloor.config.Host;
import org.watchfloor.config.Service;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.HostId;
import org.watchfloor.model.ServiceId;

/** Finds what a path names in a snapshot, or says that it is not there. */
final class Known {
    private Known() {}

    /** @throws Problem 404 */
    static Check check(Snapshot now, CheckId id) {
        return now.state()
                .layout()
                .check(id)
                .orElseThrow(() -> Problem.notFound("there is no check " + id + "; GET /api/v1/checks lists them"));
    }

    /** @throws Problem 404 */
    static Check check(Snapshot now, String id) {
        return now.state().layout().checks().stream()
                .filter(check -> check.id().toString().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("there is no such check; GET /api/v1/checks lists them"));
    }

    /** @throws Problem 404 */
    static ServiceId service(Snapshot now, String id) {
        return now.site().services().stream()
                .map(Service::id)
                .filter(service -> service.value().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("there is no such service"));
    }

    /** @throws Problem 404 */
    static Host host(Snapshot now, HostId id) {
        return now.state()
                .layout()
                .host(id)
                .orElseThrow(() -> Problem.notFound("there is no host " + id + "; GET /api/v1/hosts lists them"));
    }
}
