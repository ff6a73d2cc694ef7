package org.watchfloor.recovery;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.watchfloor.config.ConfigNode;
import org.watchfloor.config.SiteNode;
import org.watchfloor.recovery.failure.FailureType;
import org.watchfloor.recovery.step.Choices;

/** Reads {@code for:}. A name without {@code *} has to exist, one with it has to fit something. Stateless. */
final class ScopeReader {
    private static final Scope NOTHING = new Scope(Set.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    private final SiteNode.Known site;

    ScopeReader(SiteNode.Known site) {
        this.site = site;
    }

    Scope read(ConfigNode runbook) {
        Optional<ConfigNode> section = runbook.section("for", "what it is for; all of what is given must fit");
        if (section.isEmpty()) {
            runbook.problem("it is not said what the runbook is for", "add for: such as for: { hosts: [web-*] }");
        }
        return section.map(this::scope).orElse(NOTHING);
    }

    private Scope scope(ConfigNode node) {
        Scope scope = new Scope(
                Choices.read(
                        node,
                        "failures",
                        "failure type",
                        "types such as connection-refused; all by default",
                        FailureType.class),
                names(node, "hosts", "host", "ids of hosts; * stands for anything", site.hosts()),
                names(node, "groups", "group", "ids of groups", site.groups()),
                names(node, "services", "service", "ids of services", site.services()),
                names(node, "checks", "check", "names of checks, or host/name", checks()),
                node.key("tags", "tags of hosts and of checks").texts());
        boolean says = node.isDescribing() || !node.key("failures", "").texts().isEmpty();
        if (scope.equals(NOTHING) && !says) {
            node.problem("the runbook is for nothing", "name failures, hosts, …; hosts: '*' is for everything");
        }
        return scope;
    }

    private Set<String> checks() {
        return site.checks().stream()
                .flatMap(check -> Stream.of(check, check.substring(check.indexOf('/') + 1)))
                .collect(Collectors.toSet());
    }

    private static List<String> names(ConfigNode node, String key, String kind, String doc, Collection<String> known) {
        List<String> written = node.key(key, doc).texts();
        for (String name : written) {
            if (name.indexOf('*') < 0 && !known.contains(name)) {
                node.unknown(key, kind, name, known);
            } else if (name.indexOf('*') >= 0 && !Scope.matches(name, known)) {
                node.problem(key, "no " + kind + " fits \"" + name + "\"", "mend the name, or remove it");
            }
        }
        return written;
    }
}
