package org.watchfloor.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;
import org.watchfloor.config.Host;
import org.watchfloor.config.Site;
import org.watchfloor.gate.BreakerPolicies;
import org.watchfloor.gate.CallGates;
import org.watchfloor.gate.CallLimits;
import org.watchfloor.gate.Permission;
import org.watchfloor.model.HostId;

/**
 * Looks that wait until a rate limit lets them begin. What was held back is asked for again soon, and after as long as a
 * breaker would keep its distance it is made whatever the limits say: they never blind the watch. Guarded by the lock of
 * {@link CheckLoop}.
 */
final class Holding {
    /** After this it is asked for again. */
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final CallGates gates;
    private final PriorityQueue<Held> held = new PriorityQueue<>(Comparator.comparing(Held::at));
    private Duration patience = BreakerPolicies.DEFAULT.hosts().reset().first();

    Holding(CallGates gates) {
        this.gates = gates;
    }

    private record Held(Instant at, Rider rider) {}

    void adopt(Site site) {
        Set<HostId> hosts = site.hosts().stream().map(Host::id).collect(Collectors.toSet());
        gates.adopt(site.section(CallLimits.class).orElse(CallLimits.NONE), hosts);
        patience = site.section(BreakerPolicies.class)
                .orElse(BreakerPolicies.DEFAULT)
                .hosts()
                .reset()
                .first();
    }

    Permission ask(Rider rider, Instant now) {
        Permission permission = gates.ask(rider.host(), rider.lane());
        if (permission instanceof Permission.Refused && isOverdue(rider, now)) {
            gates.force(rider.host(), rider.lane());
            return Permission.Granted.NOW;
        }
        return permission;
    }

    /** True if it was held back for so long that it is made in spite of all limits. */
    boolean isOverdue(Rider rider, Instant now) {
        return rider instanceof Turn turn
                && turn.heldBackSince
                        .filter(since -> !now.isBefore(since.plus(patience)))
                        .isPresent();
    }

    void keep(Rider rider, Instant until) {
        held.add(new Held(until, rider));
    }

    /** The next one whose permission has come due. */
    Optional<Rider> takeDue(Instant now) {
        return nextDue().filter(at -> !at.isAfter(now)).map(_ -> held.remove().rider());
    }

    Optional<Instant> nextDue() {
        return Optional.ofNullable(held.peek()).map(Held::at);
    }

    static Instant again(Instant now) {
        return now.plus(AGAIN);
    }
}
