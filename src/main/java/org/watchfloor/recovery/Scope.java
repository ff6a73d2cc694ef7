package org.watchfloor.recovery;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.watchfloor.recovery.failure.Classification;
import org.watchfloor.recovery.failure.FailureType;
import org.watchfloor.recovery.failure.Target;

/**
 * What a runbook is for: all of the kinds that are given must fit, one of the names in each. Names may hold {@code *}.
 * Immutable.
 *
 * @param failures empty: all types
 * @param checks names without the host, or {@code host/name}
 * @param tags of hosts and of checks
 */
public record Scope(
        Set<FailureType> failures,
        List<String> hosts,
        List<String> groups,
        List<String> services,
        List<String> checks,
        List<String> tags) {
    public Scope {
        failures = Set.copyOf(failures);
        hosts = List.copyOf(hosts);
        groups = List.copyOf(groups);
        services = List.copyOf(services);
        checks = List.copyOf(checks);
        tags = List.copyOf(tags);
    }

    /** Whether it is for this failure of this target. */
    public boolean fits(Classification kind, Target target) {
        return (failures.isEmpty() || failures.contains(kind.type())) && fits(target);
    }

    /** Whether it can be started by hand for this target, whatever is wrong with it. */
    public boolean fits(Target target) {
        return fits(hosts, List.of(target.host().value()))
                && fits(groups, target.group().map(Object::toString).stream().toList())
                && fits(
                        services,
                        target.services().stream().map(Object::toString).toList())
                && fits(checks, List.of(target.check().name(), target.check().toString()))
                && fits(tags, target.tags());
    }

    /** In plain words, for lists. */
    public String text() {
        return Stream.of(
                        part(
                                "",
                                failures.stream()
                                        .sorted()
                                        .map(FailureType::text)
                                        .toList()),
                        part("hosts ", hosts),
                        part("groups ", groups),
                        part("services ", services),
                        part("checks ", checks),
                        part("tags ", tags))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static String part(String kind, List<String> names) {
        return names.isEmpty() ? "" : kind + String.join(", ", names);
    }

    private static boolean fits(List<String> globs, Collection<String> names) {
        return globs.isEmpty() || globs.stream().anyMatch(glob -> matches(glob, names));
    }

    static boolean matches(String glob, Collection<String> names) {
        return glob.indexOf('*') < 0
                ? names.contains(glob)
                : names.stream().anyMatch(pattern(glob).asMatchPredicate());
    }

    private static Pattern pattern(String glob) {
        return Pattern.compile(
                Stream.of(glob.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }
}
