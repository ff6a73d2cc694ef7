package org.watchfloor.config;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The templates of the site. Confined to one thread. */
final class Templates {
    private final Map<String, YamlNode> nodes;
    private final CheckReader checks;

    /** Reads every template once for itself. */
    Templates(Map<String, YamlNode> nodes, CheckReader checks, Timing site) {
        this.nodes = nodes;
        this.checks = checks;
        nodes.values().forEach(node -> {
            Tags.read(node);
            checks.readAlone(node, Timing.below(node, site));
        });
    }

    Set<String> ids() {
        return nodes.keySet();
    }

    List<YamlNode> named(List<String> ids) {
        return ids.stream().filter(nodes::containsKey).map(nodes::get).toList();
    }

    /** What the defaults of the templates say over the inherited; a later template counts more. */
    static Timing timing(List<YamlNode> templates, Timing inherited) {
        Timing timing = inherited;
        for (YamlNode template : templates) {
            timing = Timing.below(template, timing);
        }
        return timing;
    }

    static Set<String> tags(List<YamlNode> templates) {
        Set<String> tags = new TreeSet<>();
        templates.forEach(template -> tags.addAll(Tags.read(template)));
        return tags;
    }

    CheckReader checks() {
        return checks;
    }
}
