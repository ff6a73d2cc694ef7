package org.watchfloor.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A mapping of a YAML file. Remembers what was asked, so that the rest can be told unknown. Confined to one thread. */
final class YamlNode implements ConfigNode {
    private final Yaml.Mapping mapping;
    private final Place place;
    private final Reading reading;
    /** With repetitions: a list of some dozen constants is cheaper than a set, and there is one for each mapping. */
    private final List<String> asked = new ArrayList<>();

    private final Map<String, Map<String, YamlNode>> children = new LinkedHashMap<>();
    private final List<YamlNode> overlays = new ArrayList<>(0);

    /** @param place where the mapping belongs to, such as its key */
    YamlNode(Yaml.Mapping mapping, Place place, Reading reading) {
        this.mapping = mapping;
        this.place = place;
        this.reading = reading;
    }

    @Override
    public Place place() {
        return place;
    }

    @Override
    public ConfigKey key(String name, String doc) {
        asked.add(name);
        return new YamlKey(name, doc, value(name), place, reading);
    }

    @Override
    public Optional<ConfigNode> section(String name, String doc) {
        return Optional.ofNullable(child(name, this::readSection).get(name));
    }

    @Override
    public List<ConfigNode> sections(String name, String doc) {
        return List.copyOf(child(name, this::readList).values());
    }

    @Override
    public Map<String, YamlNode> named(String name, String doc) {
        return child(name, this::readNamed);
    }

    @Override
    public Place placeOf(String key) {
        Yaml.Entry entry = mapping.entries().get(key);
        return entry == null ? place : entry.value() instanceof Yaml.Scalar value ? value.place() : entry.place();
    }

    @Override
    public void problem(String what, String mend) {
        reading.problems().note(place, what, mend);
    }

    @Override
    public void problem(String key, String what, String mend) {
        reading.problems().note(placeOf(key), what, mend);
    }

    @Override
    public void unknown(String key, String kind, String id, Collection<String> known) {
        String what = "the " + kind + " " + Problems.quoted(id) + " is not defined";
        problemAt(placeOf(key, id), what, Nearest.mend(id, known));
    }

    @Override
    public boolean isDescribing() {
        return false;
    }

    /** Where one text of a list is written; the value itself if it is a single text. */
    Place placeOf(String key, String text) {
        return value(key) instanceof Yaml.Sequence sequence
                ? sequence.items().stream()
                        .filter(item -> item instanceof Yaml.Scalar scalar
                                && scalar.text().equals(text))
                        .map(Yaml::place)
                        .findFirst()
                        .orElseGet(() -> placeOf(key))
                : placeOf(key);
    }

    void problemAt(Place at, String what, String mend) {
        reading.problems().note(at, what, mend);
    }

    /**
     * The nested mappings of a name, laid over those of the same name in the bases, as nodes of this one.
     *
     * @param bases lowest first
     * @param over lays one value (first) over another
     * @param forNodes what the nodes are read with
     */
    Map<String, YamlNode> namedOver(String name, List<YamlNode> bases, BinaryOperator<Yaml> over, Reading forNodes) {
        Map<String, Yaml.Entry> merged = new LinkedHashMap<>();
        Stream.concat(bases.stream(), Stream.of(this))
                .forEach(node -> node.entriesOf(name)
                        .forEach((key, entry) -> merged.merge(
                                key,
                                entry,
                                (below, above) ->
                                        new Yaml.Entry(above.place(), over.apply(above.value(), below.value())))));
        Map<String, YamlNode> nodes = new LinkedHashMap<>();
        merged.forEach((key, entry) ->
                nodes.put(key, new YamlNode(mappingOf(key, entry.value()), entry.place(), forNodes)));
        children.put(name, nodes);
        return nodes;
    }

    /**
     * This mapping laid over another one, key by key; what is asked of the result counts as asked of this one.
     */
    YamlNode over(YamlNode base) {
        Map<String, Yaml.Entry> merged = new LinkedHashMap<>(base.mapping.entries());
        merged.putAll(mapping.entries());
        YamlNode result = new YamlNode(new Yaml.Mapping(merged, mapping.weight(), mapping.place()), place, reading);
        overlays.add(result);
        return result;
    }

    private Map<String, Yaml.Entry> entriesOf(String name) {
        asked.add(name);
        Yaml value = value(name);
        return value == null ? Map.of() : mappingOf(name, value).entries();
    }

    /** True if a mapping is written under a key that nobody asked for so far. */
    boolean hasUnknownSection() {
        return mapping.entries().entrySet().stream()
                .anyMatch(entry ->
                        !asked.contains(entry.getKey()) && entry.getValue().value() instanceof Yaml.Mapping);
    }

    /** Notes every key that nobody asked for, here and below. To be called when all readers are done. */
    void noteUnknownKeys() {
        overlays.forEach(YamlNode::noteUnknownKeys);
        if (!overlays.isEmpty()) {
            return;
        }
        mapping.entries().forEach((key, entry) -> {
            if (!asked.contains(key)) {
                String what = "the key " + Problems.quoted(key) + " is not known here";
                reading.problems().note(entry.place(), what, Nearest.mend(key, Set.copyOf(asked)));
            }
        });
        children.values().forEach(nodes -> nodes.values().forEach(YamlNode::noteUnknownKeys));
    }

    /** Most of what readers ask for is absent, and absent things take no room. */
    private Map<String, YamlNode> child(String name, Function<String, Map<String, YamlNode>> read) {
        asked.add(name);
        return mapping.entries().containsKey(name) ? children.computeIfAbsent(name, read) : Map.of();
    }

    private @Nullable Yaml value(String name) {
        Yaml.Entry entry = mapping.entries().get(name);
        return entry == null ? null : entry.value();
    }

    private Map<String, YamlNode> readSection(String name) {
        Yaml.Entry entry = mapping.entries().get(name);
        return entry == null ? Map.of() : Map.of(name, node(name, entry.value(), entry.place()));
    }

    private Map<String, YamlNode> readList(String name) {
        Map<String, YamlNode> nodes = new LinkedHashMap<>();
        for (Yaml item : items(name)) {
            nodes.put(Integer.toString(nodes.size()), node(name, item, item.place()));
        }
        return nodes;
    }

    private List<Yaml> items(String name) {
        Yaml value = value(name);
        return switch (value) {
            case null -> List.of();
            case Yaml.Sequence sequence -> sequence.items();
            case Yaml.Scalar scalar when scalar.isNull() -> List.of();
            case Yaml.Scalar _, Yaml.Mapping _ -> {
                wrongKind(name, value, "a list of mappings", "begin each of them with a hyphen");
                yield List.of();
            }
        };
    }

    private Map<String, YamlNode> readNamed(String name) {
        Map<String, YamlNode> nodes = new LinkedHashMap<>();
        entriesOf(name).forEach((key, entry) -> nodes.put(key, node(key, entry.value(), entry.place())));
        return nodes;
    }

    private YamlNode node(String name, Yaml value, Place at) {
        return new YamlNode(mappingOf(name, value), at, reading);
    }

    private Yaml.Mapping mappingOf(String name, Yaml value) {
        if (value instanceof Yaml.Mapping found) {
            return found;
        }
        if (!(value instanceof Yaml.Scalar scalar && scalar.isNull())) {
            wrongKind(name, value, "a mapping", "write its keys below it, indented");
        }
        return Yaml.Mapping.empty(value.place());
    }

    private void wrongKind(String name, Yaml value, String wanted, String mend) {
        String what = Problems.quoted(name) + " is " + value.kind() + ", not " + wanted;
        reading.problems().note(value.place(), what, mend);
    }
}
