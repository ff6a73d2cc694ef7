package org.watchfloor.config;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A top level that only listens. Confined to one thread. */
final class DescribingSite implements SiteNode {
    private final DescribingNode root;

    DescribingSite(DescribingNode root) {
        this.root = root;
    }

    @Override
    public Map<String, ? extends ConfigNode> named(String key, String doc) {
        return root.named(key, doc);
    }

    @Override
    public Map<String, ? extends ConfigNode> namedOver(String key, String doc, String builtIn) {
        return named(key, doc);
    }

    @Override
    public Optional<ConfigNode> only(String key, String doc) {
        return root.section(key, doc);
    }

    @Override
    public Set<String> idsOf(String key) {
        return Set.of();
    }

    @Override
    public Known known() {
        return new Known(Set.of(), Set.of(), Set.of(), Set.of());
    }
}
