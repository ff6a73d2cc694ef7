package org.watchfloor.alert.calendar;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a maintenance is for, as the operator wrote it; immutable. Something is meant if any of the lists means it.
 *
 * @param matching label matchers, such as {@code severity="low"}; all of them together
 * @param services ids or globs, as are hosts, groups and tags
 */
public record Targets(
        List<String> matching, List<String> services, List<String> hosts, List<String> groups, List<String> tags) {
    public Targets {
        matching = List.copyOf(matching);
        services = List.copyOf(services);
        hosts = List.copyOf(hosts);
        groups = List.copyOf(groups);
        tags = List.copyOf(tags);
    }

    public boolean isEmpty() {
        return Stream.of(matching, services, hosts, groups, tags).allMatch(List::isEmpty);
    }
}
