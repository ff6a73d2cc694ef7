package org.watchfloor.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that is watched, and what each feature wants to know of the configuration; immutable and free of
 * contradictions.
 *
 * @param sections what the features' own sections say, by type
 */
public record Site(
        List<Group> groups,
        List<Host> hosts,
        List<Service> services,
        Settings settings,
        Map<Class<?>, Object> sections) {
    public static final Site EMPTY = new Site(List.of(), List.of(), List.of(), Settings.DEFAULT);

    public Site {
        groups = List.copyOf(groups);
        hosts = List.copyOf(hosts);
        services = List.copyOf(services);
        sections = Map.copyOf(sections);
    }

    /** Without the sections of any feature. */
    public Site(List<Group> groups, List<Host> hosts, List<Service> services, Settings settings) {
        this(groups, hosts, services, settings, Map.of());
    }

    /** All checks in the order of their hosts. */
    public List<Check> checks() {
        return hosts.stream().flatMap(host -> host.checks().stream()).toList();
    }

    /** What a feature read; empty if the site was made without its reader. */
    public <T> Optional<T> section(Class<T> type) {
        return Optional.ofNullable(sections.get(type)).map(type::cast);
    }
}
