package org.watchfloor.ui.detail;

import java.util.Optional;
import org.watchfloor.config.Service;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.health.Rollup;
import org.watchfloor.model.HostId;
import org.watchfloor.model.ServiceId;
import org.watchfloor.model.State;
import org.watchfloor.ui.fx.Target;

/** Something that this one hangs on, and how it is. Immutable. */
record Related(Target target, String title, State state) {
    static Related host(HostId id, Snapshot snapshot) {
        String title = snapshot.state()
                .layout()
                .host(id)
                .map(host -> SafeText.line(host.title(), HostHead.LONGEST))
                .orElse(id.value());
        return new Related(new Target.OfHost(id), title, state(snapshot.hosts().get(id)));
    }

    static Related service(ServiceId id, Snapshot snapshot) {
        String title = snapshot.site().services().stream()
                .filter(service -> service.id().equals(id))
                .map(Service::title)
                .findFirst()
                .orElse(id.value());
        return new Related(
                new Target.OfService(id),
                SafeText.line(title, HostHead.LONGEST),
                state(snapshot.services().get(id)));
    }

    private static State state(@org.jspecify.annotations.Nullable Rollup rollup) {
        return Optional.ofNullable(rollup).map(Rollup::state).orElse(State.UNKNOWN);
    }
}
