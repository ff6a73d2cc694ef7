package org.watchfloor.alert;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.watchfloor.config.Check;
import org.watchfloor.config.ConfigNode;
import org.watchfloor.config.Host;

/**
 * Which checks a rule is about: all of the kinds that are given must fit, one of the names in each. Names may hold
 * {@code *}. Immutable.
 */
public record Selector(
        List<String> hosts, List<String> groups, List<String> services, List<String> checks, List<String> tags) {
    public static final Selector ALL = new Selector(List.of(), List.of(), List.of(), List.of(), List.of());

    public Selector {
        hosts = List.copyOf(hosts);
        groups = List.copyOf(groups);
        services = List.copyOf(services);
        checks = List.copyOf(checks);
        tags = List.copyOf(tags);
    }

    static Selector read(ConfigNode node) {
        return new Selector(
                node.key("hosts", "ids of hosts; * stands for anything").texts(),
                node.key("groups", "ids of groups").texts(),
                node.key("services", "ids of services").texts(),
                node.key("checks", "names of checks, without the host").texts(),
                node.key("tags", "tags of checks").texts());
    }

    /** @param carried the services that the check is an instance of */
    public boolean fits(Host host, Check check, List<String> carried) {
        return fits(hosts, List.of(host.id().value()))
                && fits(groups, host.group().stream().map(Object::toString).toList())
                && fits(services, carried)
                && fits(checks, List.of(check.id().name()))
                && fits(tags, check.tags());
    }

    private static boolean fits(List<String> globs, Collection<String> names) {
        return globs.isEmpty() || globs.stream().anyMatch(glob -> fits(glob, names));
    }

    private static boolean fits(String glob, Collection<String> names) {
        return glob.indexOf('*') < 0
                ? names.contains(glob)
                : names.stream().anyMatch(pattern(glob).asMatchPredicate());
    }

    private static Pattern pattern(String glob) {
        return Pattern.compile(glob.chars()
                .mapToObj(character -> character == '*' ? ".*" : Pattern.quote(Character.toString(character)))
                .collect(Collectors.joining()));
    }
}
