package org.watchfloor.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A mapping that only listens: what readers ask of it becomes a JSON Schema. Confined to one thread. */
final class DescribingNode implements ConfigNode {
    private static final Place NOWHERE = new Place("", 1, 1);

    /** Late, because children are described after they are handed out. */
    private final Map<String, Supplier<Map<String, Object>>> properties = new TreeMap<>();

    private final List<String> required = new ArrayList<>();
    private List<Object> alternatives = List.of();

    /** The schema of what was asked so far. */
    SequencedMap<String, Object> schema() {
        Map<String, Object> described = new TreeMap<>();
        properties.forEach((name, property) -> described.put(name, property.get()));
        SequencedMap<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", described);
        schema.put("additionalProperties", false);
        if (!required.isEmpty()) {
            schema.put("required", required.stream().distinct().sorted().toList());
        }
        if (!alternatives.isEmpty()) {
            schema.put("oneOf", alternatives);
        }
        return schema;
    }

    /** Of these keys one or none. */
    void atMostOneOf(List<String> keys) {
        List<Object> each = new ArrayList<>();
        keys.forEach(key -> each.add(Map.of("required", List.of(key))));
        List<Object> one = new ArrayList<>(each);
        one.add(Map.of("not", Map.of("anyOf", each)));
        alternatives = keys.isEmpty() ? List.of() : one;
    }

    /** A mapping of mappings whose keys are ids. */
    void ids(String name, String doc, Consumer<DescribingNode> describe) {
        DescribingNode child = new DescribingNode();
        describe.accept(child);
        put(name, doc, () -> {
            Map<String, Object> schema = mapOf(child);
            schema.put("propertyNames", SchemaWriter.names());
            return schema;
        });
    }

    void require(String name) {
        required.add(name);
    }

    @Override
    public Place place() {
        return NOWHERE;
    }

    @Override
    public ConfigKey key(String name, String doc) {
        SequencedMap<String, Object> schema = new LinkedHashMap<>();
        put(name, doc, () -> schema);
        return new DescribingKey(schema, () -> require(name));
    }

    @Override
    public Optional<ConfigNode> section(String name, String doc) {
        DescribingNode child = new DescribingNode();
        put(name, doc, child::schema);
        return Optional.of(child);
    }

    @Override
    public List<ConfigNode> sections(String name, String doc) {
        DescribingNode child = new DescribingNode();
        put(name, doc, () -> {
            SequencedMap<String, Object> schema = new LinkedHashMap<>();
            schema.put("type", "array");
            schema.put("items", child.schema());
            return schema;
        });
        return List.of(child);
    }

    @Override
    public Map<String, DescribingNode> named(String name, String doc) {
        DescribingNode child = new DescribingNode();
        put(name, doc, () -> mapOf(child));
        return Map.of("name", child);
    }

    /** Null stands for none, as in a section whose lines are all commented out. */
    private static Map<String, Object> mapOf(DescribingNode child) {
        Map<String, Object> item = child.schema();
        item.put("type", List.of("object", "null"));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", List.of("object", "null"));
        schema.put("additionalProperties", item);
        return schema;
    }

    private void put(String name, String doc, Supplier<? extends Map<String, Object>> schema) {
        properties.put(name, () -> {
            SequencedMap<String, Object> described = new LinkedHashMap<>();
            described.put("description", doc);
            described.putAll(schema.get());
            return described;
        });
    }

    @Override
    public Place placeOf(String key) {
        return NOWHERE;
    }

    @Override
    public void problem(String what, String mend) {
        // placeholders are often wrong; nobody wrote them
    }

    @Override
    public void problem(String key, String what, String mend) {
        // placeholders are often wrong; nobody wrote them
    }

    @Override
    public void unknown(String key, String kind, String id, Collection<String> known) {
        // placeholders refer to nothing
    }

    @Override
    public boolean isDescribing() {
        return true;
    }
}
