package org.watchfloor.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.GroupId;
import org.watchfloor.model.HostId;

/** Reads {@code hosts:} with everything that they take over. Confined to one thread. */
final class HostReader {
    private static final Pattern ADDRESS = Pattern.compile("[^\\s/@\\p{C}]{1,253}");

    private final Templates templates;
    private final Timing site;
    private final Map<String, Timing> groups;

    /** @param groups the groups' defaults by id */
    HostReader(Templates templates, Timing site, Map<String, Timing> groups) {
        this.templates = templates;
        this.site = site;
        this.groups = groups;
    }

    /** A host as it is written, references unresolved. */
    record Written(
            String title,
            String address,
            Optional<String> group,
            List<String> templates,
            List<String> parents,
            Optional<String> alive,
            Set<String> tags) {
        static Written of(String id, ConfigNode node) {
            return new Written(
                    node.key("title", "shown name; the id by default").text(id),
                    node.key("address", "name or IP address; the id by default").text(id),
                    node.key("group", "id of the group it belongs to").text(),
                    node.key("templates", "ids of the templates whose checks it takes over; a later one counts more")
                            .texts(),
                    node.key("parents", "ids of the hosts it is reached through" + NeedReader.FORMS)
                            .texts(),
                    node.key("alive", "name of the check that says whether the host itself is there; all by default")
                            .text(),
                    Tags.read(node));
        }
    }

    Map<String, Host> read(Map<String, YamlNode> nodes) {
        Map<String, Host> hosts = new LinkedHashMap<>();
        References parents = new References("host", nodes.keySet());
        nodes.forEach((id, node) -> hosts.put(id, read(id, node, parents)));
        Map<String, List<String>> edges = new LinkedHashMap<>();
        hosts.forEach((id, host) ->
                edges.put(id, host.parentIds().stream().map(HostId::value).toList()));
        References.noteCycles("parents", edges, nodes);
        return hosts;
    }

    private Host read(String id, YamlNode node, References hosts) {
        Written written = Written.of(id, node);
        if (!ADDRESS.matcher(written.address).matches()) {
            String what = "\"address\" is " + Problems.quoted(written.address) + ", not a name or IP address";
            node.problem("address", what, "write such as web-1.example.org or 192.0.2.10");
        }
        Optional<String> group =
                written.group.filter(found -> new References("group", groups.keySet()).isKnown(node, "group", found));
        References known = new References("template", templates.ids());
        written.templates.forEach(template -> known.isKnown(node, "templates", template));
        List<YamlNode> taken = templates.named(written.templates);
        Set<String> tags = new TreeSet<>(written.tags);
        tags.addAll(Templates.tags(taken));
        HostId host = new HostId(id);
        List<Check> checks = templates
                .checks()
                .read(
                        node,
                        taken,
                        host,
                        written.address,
                        timing(group, taken, node).tagged(tags));
        return new Host(
                host,
                written.title,
                written.address,
                group.map(GroupId::new),
                new NeedReader(node, "parents", hosts)
                        .read(written.parents).stream()
                                .map(need -> need.map(HostId::new))
                                .toList(),
                alive(node, written.alive, checks),
                tags,
                checks,
                node.place());
    }

    private static Optional<CheckId> alive(YamlNode node, Optional<String> name, List<Check> checks) {
        References known = new References(
                "check", checks.stream().map(check -> check.id().name()).collect(Collectors.toSet()));
        return name.filter(found -> known.isKnown(node, "alive", found))
                .flatMap(found -> checks.stream()
                        .map(Check::id)
                        .filter(check -> check.name().equals(found))
                        .findFirst());
    }

    private Timing timing(Optional<String> group, List<YamlNode> taken, YamlNode node) {
        Timing inherited = group.map(groups::get).orElse(site);
        return Timing.below(node, Templates.timing(taken, inherited));
    }
}
