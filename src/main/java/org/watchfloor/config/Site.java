package org.watchfloor.config;

import java.util.List;

/** Everything that is watched, immutable and free of contradictions. */
public record Site(List<Group> groups, List<Host> hosts, List<Service> services, Settings settings) {
    public static final Site EMPTY = new Site(List.of(), List.of(), List.of(), Settings.DEFAULT);

    public Site {
        groups = List.copyOf(groups);
        hosts = List.copyOf(hosts);
        services = List.copyOf(services);
    }

    /** All checks in the order of their hosts. */
    public List<Check> checks() {
        return hosts.stream().flatMap(host -> host.checks().stream()).toList();
    }
}
