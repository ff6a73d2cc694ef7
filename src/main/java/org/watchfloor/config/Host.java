package org.watchfloor.config;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.watchfloor.model.GroupId;
import org.watchfloor.model.HostId;

/**
 * A monitored host with its checks.
 *
 * @param title shown name; the id by default
 * @param address name or IP address for the checks that give none
 * @param parents hosts it is reached through
 */
public record Host(
        HostId id,
        String title,
        String address,
        Optional<GroupId> group,
        List<HostId> parents,
        Set<String> tags,
        List<Check> checks,
        Place place) {
    public Host {
        parents = List.copyOf(parents);
        tags = Set.copyOf(tags);
        checks = List.copyOf(checks);
    }
}
