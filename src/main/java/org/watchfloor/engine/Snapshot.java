package org.watchfloor.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchfloor.config.Site;
import org.watchfloor.health.CheckHealth;
import org.watchfloor.health.Rollup;
import org.watchfloor.incident.Incident;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.GroupId;
import org.watchfloor.model.HostId;
import org.watchfloor.model.ServiceId;

/**
 * One consistent look at everything; immutable. Parts that did not change are the same objects as in the snapshot before.
 *
 * @param sequence grows by one with each snapshot
 * @param marks of the checks, in the order of the site
 */
public record Snapshot(
        long sequence,
        Instant at,
        EngineState state,
        Rollup all,
        Map<HostId, Rollup> hosts,
        Map<GroupId, Rollup> groups,
        Map<ServiceId, Rollup> services,
        Slots<Marks> marks,
        EngineFigures figures) {
    /** With the marks that the state tells of. */
    public Snapshot(
            long sequence,
            Instant at,
            EngineState state,
            Rollup all,
            Map<HostId, Rollup> hosts,
            Map<GroupId, Rollup> groups,
            Map<ServiceId, Rollup> services,
            EngineFigures figures) {
        this(sequence, at, state, all, hosts, groups, services, Marks.of(state, at), figures);
    }

    public Site site() {
        return state.layout().site();
    }

    public Optional<CheckHealth> check(CheckId check) {
        return state.check(check);
    }

    /** All checks in the order of the site. */
    public List<CheckHealth> checks() {
        return state.checks();
    }

    /** The checks of a host in the order of the site; empty if the host is unknown. */
    public List<CheckHealth> checksOf(HostId host) {
        return state.layout().ofHost(host, state.checks());
    }

    /** {@link Marks#NONE} if the check is unknown. */
    public Marks marks(CheckId check) {
        return state.layout().slot(check).map(marks::get).orElse(Marks.NONE);
    }

    /** The marks of {@link #checksOf}. */
    public List<Marks> marksOf(HostId host) {
        return state.layout().ofHost(host, marks);
    }

    public List<Incident> openIncidents() {
        return List.copyOf(state.openIncidents().values());
    }
}
