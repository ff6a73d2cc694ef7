package org.watchfloor.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchfloor.model.Names;

/** The top-level sections of all files together: each id once, settings and site defaults in one file only. */
record TopLevel(
        Optional<ConfigNode> settings,
        Optional<ConfigNode> defaults,
        Map<String, YamlNode> groups,
        Map<String, YamlNode> templates,
        Map<String, YamlNode> hosts,
        Map<String, YamlNode> services) {
    static final String SETTINGS = "how the engine itself works; in one file only";
    static final String DEFAULTS = "values for all checks; in one file only";
    static final String GROUPS = "hosts that belong together on the wall, by id";
    static final String TEMPLATES = "sets of checks that hosts take over, by id";
    static final String HOSTS = "what is watched, by id";
    static final String SERVICES = "what users know by name, by id";

    static TopLevel of(List<YamlNode> files, Problems problems) {
        return new TopLevel(
                only(files, "settings", SETTINGS, problems),
                only(files, "defaults", DEFAULTS, problems),
                all(files, "groups", GROUPS, problems),
                all(files, "templates", TEMPLATES, problems),
                all(files, "hosts", HOSTS, problems),
                all(files, "services", SERVICES, problems));
    }

    static Optional<ConfigNode> only(List<YamlNode> files, String name, String doc, Problems problems) {
        List<ConfigNode> found =
                files.stream().flatMap(file -> file.section(name, doc).stream()).toList();
        found.stream()
                .skip(1)
                .forEach(again ->
                        problems.twice(name, again.place(), found.getFirst().place()));
        return found.stream().findFirst();
    }

    static Map<String, YamlNode> all(List<YamlNode> files, String name, String doc, Problems problems) {
        Map<String, YamlNode> nodes = new LinkedHashMap<>();
        for (YamlNode file : files) {
            file.named(name, doc).forEach((id, node) -> {
                YamlNode first = nodes.get(id);
                if (!Names.isName(id)) {
                    problems.note(node.place(), Problems.quoted(id) + " is not a name", "use " + Names.RULE);
                } else if (first != null) {
                    problems.twice(id, node.place(), first.place());
                } else {
                    nodes.put(id, node);
                }
            });
        }
        return nodes;
    }
}
