package org.watchfloor.recovery.failure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.watchfloor.config.Check;
import org.watchfloor.config.Host;
import org.watchfloor.config.Service;
import org.watchfloor.config.Site;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.GroupId;
import org.watchfloor.model.HostId;
import org.watchfloor.model.ServiceId;

/**
 * What an action is about: a check, the host below it and the services above it. Immutable.
 *
 * @param services those that the check carries, in the order of the configuration
 * @param tags of the host and of the check
 */
public record Target(
        CheckId check, String address, Optional<GroupId> group, List<ServiceId> services, Set<String> tags) {
    public Target {
        services = List.copyOf(services);
        tags = Set.copyOf(tags);
    }

    /** Empty if the check is not in the configuration. */
    public static Optional<Target> of(Site site, CheckId check) {
        return hosting(site, check)
                .filter(host ->
                        host.checks().stream().anyMatch(known -> known.id().equals(check)))
                .map(host -> new Target(
                        check,
                        host.address(),
                        host.group(),
                        services(site, check).map(Service::id).toList(),
                        tags(site, check)));
    }

    /** All that there are, in the order of the configuration. Takes time in proportion to the site. */
    public static List<Target> all(Site site) {
        Map<CheckId, List<ServiceId>> carried = new HashMap<>();
        for (Service service : site.services()) {
            for (CheckId check : service.instances()) {
                carried.computeIfAbsent(check, _ -> new ArrayList<>()).add(service.id());
            }
        }
        return site.hosts().stream()
                .flatMap(host -> host.checks().stream()
                        .map(check -> new Target(
                                check.id(),
                                host.address(),
                                host.group(),
                                carried.getOrDefault(check.id(), List.of()),
                                Stream.concat(host.tags().stream(), check.tags().stream())
                                        .collect(Collectors.toSet()))))
                .toList();
    }

    public HostId host() {
        return check.host();
    }

    static Stream<Service> services(Site site, CheckId check) {
        return site.services().stream().filter(service -> service.instances().contains(check));
    }

    static Set<String> tags(Site site, CheckId check) {
        return hosting(site, check).stream()
                .flatMap(host -> Stream.concat(
                        host.tags().stream(),
                        host.checks().stream()
                                .filter(known -> known.id().equals(check))
                                .map(Check::tags)
                                .flatMap(Set::stream)))
                .collect(Collectors.toSet());
    }

    private static Optional<Host> hosting(Site site, CheckId check) {
        return site.hosts().stream()
                .filter(host -> host.id().equals(check.host()))
                .findFirst();
    }
}
