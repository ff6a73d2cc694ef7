package org.watchfloor.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Lays a check over the template's check of the same name, key by key. A probe section takes the place of the
 * template's as a whole; thresholds are laid over each other metric by metric.
 */
record CheckMerge(Set<String> probes) {
    Yaml over(Yaml own, Yaml base) {
        if (own instanceof Yaml.Mapping mapping && base instanceof Yaml.Mapping below) {
            return over(mapping, below);
        }
        return own instanceof Yaml.Scalar scalar && scalar.isNull() ? base : own;
    }

    private Yaml.Mapping over(Yaml.Mapping own, Yaml.Mapping base) {
        Map<String, Yaml.Entry> entries = new LinkedHashMap<>(base.entries());
        if (own.entries().keySet().stream().anyMatch(probes::contains)) {
            entries.keySet().removeAll(probes);
        }
        own.entries()
                .forEach((key, entry) -> entries.merge(
                        key, entry, (below, above) -> key.equals(ThresholdReader.KEY) ? metrics(above, below) : above));
        return new Yaml.Mapping(entries, own.weight() + base.weight(), own.place());
    }

    private static Yaml.Entry metrics(Yaml.Entry own, Yaml.Entry base) {
        if (own.value() instanceof Yaml.Mapping mapping && base.value() instanceof Yaml.Mapping below) {
            Map<String, Yaml.Entry> entries = new LinkedHashMap<>(below.entries());
            entries.putAll(mapping.entries());
            return new Yaml.Entry(
                    own.place(), new Yaml.Mapping(entries, mapping.weight() + below.weight(), mapping.place()));
        }
        return own;
    }
}
