package org.watchfloor.health;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.watchfloor.config.Check;
import org.watchfloor.config.Host;
import org.watchfloor.config.Need;
import org.watchfloor.config.Service;
import org.watchfloor.config.Site;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.HostId;
import org.watchfloor.model.ServiceId;

/**
 * What lies behind what in a site: hosts behind their parents, the instances of a service behind the services that it
 * depends on. Immutable; every question takes the present as an argument.
 *
 * <p>A host passes nothing on while it is gone – its {@code alive} check is down, or without one all of its watched
 * checks are – or while it lies behind something itself. A service is broken while fewer of its hosts work than it
 * needs; a host of it works while one of the checks that are its instances does.
 */
public final class Reachability {
    private final Map<HostId, Host> hosts = new HashMap<>();
    private final Map<ServiceId, Service> services = new HashMap<>();
    private final Map<HostId, List<HostId>> children = new HashMap<>();
    private final Map<ServiceId, List<ServiceId>> dependents = new HashMap<>();
    private final Map<CheckId, List<ServiceId>> carries = new HashMap<>();

    public Reachability(Site site) {
        for (Host host : site.hosts()) {
            hosts.put(host.id(), host);
            host.parentIds().forEach(parent -> add(children, parent, host.id()));
        }
        for (Service service : site.services()) {
            services.put(service.id(), service);
            service.dependsOnIds().forEach(needed -> add(dependents, needed, service.id()));
            service.instances().forEach(check -> add(carries, check, service.id()));
        }
    }

    /** What is known of the checks at present. */
    public interface Present {
        /** False for a check that is paused, switched off or unknown. */
        boolean isWatched(CheckId check);

        /** True if the check is watched and hard DOWN, reachable or not. */
        boolean isDown(CheckId check);
    }

    /** All checks of which the answer of {@link #behind} may change when this one becomes hard DOWN or ceases to be. */
    public Set<CheckId> downstreamOf(CheckId check) {
        Set<CheckId> found = new LinkedHashSet<>();
        reach(List.of(check.host()), children).stream()
                .skip(1)
                .flatMap(host -> host(host).stream())
                .flatMap(host -> host.checks().stream())
                .map(Check::id)
                .forEach(found::add);
        List<ServiceId> own = carries.getOrDefault(check, List.of());
        reach(own, dependents).stream()
                .filter(service -> !own.contains(service))
                .flatMap(service -> service(service).stream())
                .flatMap(service -> service.instances().stream())
                .forEach(found::add);
        return found;
    }

    /** The root of what the check lies behind at present: {@code gw-1}, {@code core-1 and core-2}, {@code Database}. */
    public Optional<String> behind(CheckId check, Present present) {
        return host(check.host())
                .flatMap(host -> cut(host, present))
                .or(() -> carries.getOrDefault(check, List.of()).stream()
                        .flatMap(service -> service(service).stream())
                        .flatMap(service -> cut(service, present).stream())
                        .findFirst());
    }

    private Optional<Host> host(HostId id) {
        return Optional.ofNullable(hosts.get(id));
    }

    private Optional<Service> service(ServiceId id) {
        return Optional.ofNullable(services.get(id));
    }

    private Optional<String> cut(Host host, Present present) {
        return broken(host.parents(), id -> host(id).flatMap(parent -> trouble(parent, present)));
    }

    private Optional<String> cut(Service service, Present present) {
        return broken(service.dependsOn(), id -> service(id).flatMap(needed -> trouble(needed, present)));
    }

    /** The root of why the host passes nothing on. */
    private Optional<String> trouble(Host host, Present present) {
        return cut(host, present).or(() -> Optional.of(host.id().value()).filter(_ -> isGone(host, present)));
    }

    private Optional<String> trouble(Service service, Present present) {
        if (!isBroken(service, present)) {
            return Optional.empty();
        }
        return cut(service, present).or(() -> Optional.of(service.title()));
    }

    private static boolean isGone(Host host, Present present) {
        if (host.alive().isPresent()) {
            return present.isDown(host.alive().get());
        }
        List<CheckId> watched =
                host.checks().stream().map(Check::id).filter(present::isWatched).toList();
        return !watched.isEmpty() && watched.stream().allMatch(present::isDown);
    }

    private static boolean isBroken(Service service, Present present) {
        Map<HostId, Boolean> works = service.instances().stream()
                .filter(present::isWatched)
                .collect(Collectors.toMap(CheckId::host, check -> !present.isDown(check), Boolean::logicalOr));
        long working = works.values().stream().filter(Boolean::booleanValue).count();
        return !works.isEmpty() && working < Math.min(service.needs(), works.size());
    }

    /** The first need that does not hold, told by the roots of its troubles. */
    private static <T> Optional<String> broken(List<Need<T>> needs, Function<T, Optional<String>> trouble) {
        for (Need<T> need : needs) {
            List<String> troubles = need.of().stream()
                    .flatMap(member -> trouble.apply(member).stream())
                    .toList();
            if (need.of().size() - troubles.size() < need.atLeast()) {
                return Optional.of(troubles.stream().distinct().collect(Collectors.joining(" and ")));
            }
        }
        return Optional.empty();
    }

    private static <T> Set<T> reach(List<T> from, Map<T, List<T>> edges) {
        Set<T> reached = new LinkedHashSet<>(from);
        Deque<T> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            for (T next : edges.getOrDefault(open.remove(), List.of())) {
                if (reached.add(next)) {
                    open.add(next);
                }
            }
        }
        return reached;
    }

    private static <K, V> void add(Map<K, List<V>> lists, K key, V value) {
        lists.computeIfAbsent(key, _ -> new ArrayList<>()).add(value);
    }
}
