package org.watchfloor.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.watchfloor.model.Actor;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.HostId;
import org.watchfloor.model.IncidentId;

/**
 * One trouble of one host, from its first failed look to its last hard recovery.
 *
 * @param startedAt when the first failed look began
 * @param openedAt when the failure was hard
 * @param involved every check of the host that was hard DOWN during the incident
 * @param summary {@code web-1 is down: connection refused}
 */
public record Incident(
        IncidentId id,
        HostId host,
        Instant startedAt,
        Instant openedAt,
        Optional<Acknowledgement> acknowledged,
        Optional<Instant> resolvedAt,
        Set<CheckId> involved,
        String summary) {
    public Incident {
        involved = Set.copyOf(involved);
    }

    /** A person owns it. */
    public record Acknowledgement(Actor by, Instant at) {}

    public boolean isOpen() {
        return resolvedAt.isEmpty();
    }

    /** Time to detect: from the first failed look to the hard state. */
    public Duration timeToDetect() {
        return Duration.between(startedAt, openedAt);
    }

    public Optional<Duration> timeToAcknowledge() {
        return acknowledged.map(ack -> Duration.between(openedAt, ack.at()));
    }

    /** Time to repair: from the first failed look to the resolution. */
    public Optional<Duration> timeToRepair() {
        return resolvedAt.map(at -> Duration.between(startedAt, at));
    }
}
