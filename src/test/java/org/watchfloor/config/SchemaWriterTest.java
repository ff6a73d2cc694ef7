package org.watchfloor.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schema says what the readers read. */
class SchemaWriterTest {
    private final SchemaWriter writer = new SchemaWriter(TestReaders.ALL);
    private final JsonNode schema = JsonMapper.shared().readTree(writer.schema());
    private final JsonNode check =
            schema.at("/properties/hosts/additionalProperties/properties/checks/additionalProperties");

    @Test
    void isADraft202012SchemaOfTheTopLevel() {
        assertThat(schema.get("$schema").asString()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(schema.get("properties").propertyNames())
                .containsExactly("defaults", "groups", "hosts", "services", "settings", "templates");
        assertThat(schema.get("additionalProperties").asBoolean()).isFalse();
        assertThat(schema.at("/properties/hosts/propertyNames/pattern").asString())
                .isEqualTo("^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$");
    }

    @Test
    void holdsTypesRangesDefaultsAndDescriptions() {
        assertThat(schema.at("/properties/settings/properties/concurrent"))
                .isEqualTo(JsonMapper.shared().readTree("""
                        {"description": "checks that may run at once",
                         "type": "integer", "minimum": 1, "maximum": 10000, "default": 1000}"""));
        assertThat(schema.at("/properties/settings/properties/keep-samples/default")
                        .asString())
                .isEqualTo("7d");
        JsonNode every = check.at("/properties/every");
        assertThat("1h30m").matches(every.get("pattern").asString());
        assertThat("10 s").doesNotMatch(every.get("pattern").asString());
        assertThat(schema.at("/properties/services/additionalProperties/properties/type/enum"))
                .hasSize(8);
        assertThat(check.at("/properties/enabled/default").asBoolean()).isTrue();
    }

    @Test
    void describesProbeSectionsOfWhichACheckHasAtMostOne() {
        assertThat(check.at("/properties/http/required"))
                .hasSize(1)
                .first()
                .extracting(JsonNode::asString)
                .isEqualTo("url");
        assertThat(check.at("/properties/http/properties/url/pattern").asString())
                .isEqualTo("^(http|https)://");
        assertThat(check.at("/properties/http/properties/steps/items/properties/send/description")
                        .asString())
                .isEqualTo("what to say");
        assertThat(check.at("/properties/tcp/additionalProperties").asBoolean()).isFalse();
        assertThat(check.get("oneOf"))
                .extracting(JsonNode::toString)
                .containsExactly(
                        "{\"required\":[\"http\"]}",
                        "{\"required\":[\"tcp\"]}",
                        "{\"not\":{\"anyOf\":[{\"required\":[\"http\"]},{\"required\":[\"tcp\"]}]}}");
    }

    @Test
    void acceptsTheFileWithEveryKeyAndNamesNoKeyBeyondIt() throws IOException {
        String full = Files.readString(Path.of("src/test/resources/config/full.yaml"));
        Yaml yaml = new YamlParser("full.yaml", full, new Problems()).parse().orElseThrow();
        Map<String, JsonNode> used = new TreeMap<>();
        List<String> faults = new ArrayList<>();

        walk("", yaml, schema, used, faults);

        assertThat(faults).isEmpty();
        assertThat(withoutWhere(leaves("", schema))).isSubsetOf(withoutWhere(used.keySet()));
    }

    /** Defaults and checks are the same wherever they stand. */
    private static Set<String> withoutWhere(Set<String> paths) {
        return paths.stream()
                .map(path -> path.replaceAll(".*/(defaults|checks)/", "$1/"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void walk(String path, Yaml yaml, JsonNode schema, Map<String, JsonNode> used, List<String> faults) {
        used.put(path, schema);
        switch (yaml) {
            case Yaml.Mapping mapping ->
                mapping.entries().forEach((key, entry) -> {
                    JsonNode property = schema.at("/properties/" + key);
                    boolean named = property.isMissingNode()
                            && schema.path("additionalProperties").isObject();
                    JsonNode child = named ? schema.get("additionalProperties") : property;
                    if (child.isMissingNode()) {
                        faults.add(path + "/" + key + " is unknown");
                    } else {
                        walk(path + "/" + (named ? "*" : key), entry.value(), child, used, faults);
                    }
                });
            case Yaml.Sequence sequence ->
                sequence.items().forEach(item -> walk(path + "/-", item, schema.path("items"), used, faults));
            case Yaml.Scalar scalar -> {
                JsonNode pattern = schema.path("pattern");
                if (pattern.isString()
                        && !Pattern.compile(pattern.asString())
                                .matcher(scalar.text())
                                .find()) {
                    faults.add(path + " does not match " + pattern);
                }
            }
        }
    }

    private static Set<String> leaves(String path, JsonNode schema) {
        Set<String> leaves = new TreeSet<>();
        schema.path("properties")
                .properties()
                .forEach(property -> leaves.addAll(leaves(path + "/" + property.getKey(), property.getValue())));
        if (schema.path("additionalProperties").path("properties").isObject()) {
            leaves.addAll(leaves(path + "/*", schema.get("additionalProperties")));
        }
        if (leaves.isEmpty()) {
            leaves.add(path);
        }
        return leaves;
    }

    @Test
    void isTheSameWhateverTheOrderOfTheReaders(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("watchfloor.schema.json");
        new SchemaWriter(TestReaders.ALL.reversed()).write(file);

        assertThat(file).hasContent(writer.schema());
        assertThat(writer.schema()).endsWith("}\n").doesNotContain("\r");
    }
}
