package org.watchfloor.config;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.GroupId;
import org.watchfloor.model.HostId;

/**
 * A monitored host with its checks.
 *
 * @param title shown name; the id by default
 * @param address name or IP address for the checks that give none
 * @param parents hosts it is reached through: all of these needs must hold, or nothing can be known of it
 * @param alive the check that says whether the host itself is there; empty: the host is gone when all of its checks fail
 */
public record Host(
        HostId id,
        String title,
        String address,
        Optional<GroupId> group,
        List<Need<HostId>> parents,
        Optional<CheckId> alive,
        Set<String> tags,
        List<Check> checks,
        Place place) {
    public Host {
        parents = List.copyOf(parents);
        tags = Set.copyOf(tags);
        checks = List.copyOf(checks);
    }

    /** Every host that is part of one of its needs. */
    public List<HostId> parentIds() {
        return parents.stream().flatMap(need -> need.of().stream()).distinct().toList();
    }
}
