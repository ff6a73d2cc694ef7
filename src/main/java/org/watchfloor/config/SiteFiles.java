package org.watchfloor.config;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The files of a site, for features. Confined to one thread. */
final class SiteFiles implements SiteNode {
    private final List<YamlNode> files;
    private final Reading reading;
    private final Problems problems;
    private final Known known;

    SiteFiles(List<YamlNode> files, Reading reading, Known known) {
        this.files = files;
        this.reading = reading;
        this.problems = reading.problems();
        this.known = known;
    }

    @Override
    public Map<String, YamlNode> named(String key, String doc) {
        return TopLevel.all(files, key, doc, problems);
    }

    @Override
    public Map<String, YamlNode> namedOver(String key, String doc, String builtIn) {
        Yaml.Mapping root = ConfigFile.parse("built-in", builtIn.getBytes(StandardCharsets.UTF_8), problems);
        YamlNode base = new YamlNode(root, root.place(), reading);
        Map<String, YamlNode> nodes = new LinkedHashMap<>(base.named(key, doc));
        named(key, doc).forEach((id, own) -> nodes.merge(id, own, (below, above) -> above.over(below)));
        return nodes;
    }

    @Override
    public Optional<ConfigNode> only(String key, String doc) {
        return TopLevel.only(files, key, doc, problems);
    }

    @Override
    public Set<String> idsOf(String key) {
        Set<String> ids = new TreeSet<>();
        files.forEach(file -> ids.addAll(file.named(key, "").keySet()));
        return ids;
    }

    @Override
    public Known known() {
        return known;
    }
}
