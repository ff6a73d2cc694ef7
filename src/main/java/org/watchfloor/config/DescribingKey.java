package org.watchfloor.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A key that only listens: the type it is read as becomes its JSON Schema, its values are placeholders. */
final class DescribingKey implements ConfigKey {
    /** YAML turns 8080 and true into other types than text; the readers take them as they are written. */
    private static final List<String> ANY_TEXT = List.of("string", "number", "boolean");

    private final Map<String, Object> schema;
    private final Runnable required;

    /** @param required told that absence is a problem */
    DescribingKey(Map<String, Object> schema, Runnable required) {
        this.schema = schema;
        this.required = required;
    }

    @Override
    public Optional<String> text() {
        schema.put("type", ANY_TEXT);
        return Optional.empty();
    }

    @Override
    public String text(String byDefault) {
        text();
        if (!byDefault.isEmpty()) {
            schema.put("default", byDefault);
        }
        return byDefault;
    }

    @Override
    public String requiredText() {
        required.run();
        return text("");
    }

    @Override
    public List<String> texts() {
        return texts(List.of());
    }

    @Override
    public List<String> texts(List<String> byDefault) {
        Map<String, Object> item = Map.of("type", ANY_TEXT);
        schema.put(
                "anyOf",
                List.of(item, Map.of("items", item, "type", "array")).stream()
                        .map(DescribingKey::sorted)
                        .toList());
        if (!byDefault.isEmpty()) {
            schema.put("default", byDefault);
        }
        return byDefault;
    }

    private static Map<String, Object> sorted(Map<String, ?> map) {
        return new TreeMap<>(map);
    }

    @Override
    public Map<String, String> textMap() {
        schema.put("type", "object");
        schema.put("additionalProperties", Map.of("type", ANY_TEXT));
        return Map.of();
    }

    @Override
    public boolean flag(boolean byDefault) {
        schema.put("type", "boolean");
        schema.put("default", byDefault);
        return byDefault;
    }

    @Override
    public int integer(int byDefault, int min, int max) {
        requiredRange(min, max);
        schema.put("default", byDefault);
        return byDefault;
    }

    @Override
    public int requiredInteger(int min, int max) {
        required.run();
        requiredRange(min, max);
        return min;
    }

    private void requiredRange(int min, int max) {
        schema.put("type", "integer");
        schema.put("minimum", min);
        schema.put("maximum", max);
    }

    @Override
    public Optional<Double> number() {
        schema.put("type", "number");
        return Optional.empty();
    }

    @Override
    public Duration duration(Duration byDefault, Duration min, Duration max) {
        duration(min, max);
        schema.put("default", DurationText.format(byDefault));
        return byDefault;
    }

    @Override
    public Optional<Duration> duration(Duration min, Duration max) {
        schema.put("type", "string");
        schema.put("pattern", "^" + DurationText.PATTERN + "$");
        schema.put("examples", List.of(DurationText.format(min), DurationText.format(max)));
        return Optional.empty();
    }

    @Override
    public int bytes(int byDefault, int min, int max) {
        schema.put("type", List.of("integer", "string"));
        schema.put("minimum", min);
        schema.put("maximum", max);
        schema.put("pattern", "^" + ByteText.PATTERN + "$");
        schema.put("default", ByteText.format(byDefault));
        return byDefault;
    }

    @Override
    public <E extends Enum<E>> E choice(E byDefault) {
        E[] choices = byDefault.getDeclaringClass().getEnumConstants();
        schema.put("enum", Arrays.stream(choices).map(YamlKey::written).toList());
        schema.put("default", YamlKey.written(byDefault));
        return byDefault;
    }

    @Override
    public Optional<Pattern> pattern() {
        text();
        schema.put("format", "regex");
        return Optional.empty();
    }

    @Override
    public void problemAt(int offset, String what, String mend) {
        // placeholders are often wrong; nobody wrote them
    }

    @Override
    public URI requiredUri(String... schemes) {
        required.run();
        uri(schemes);
        return URI.create("about:blank");
    }

    /** A pattern and not the format "uri": placeholders of the host are no URI characters. */
    @Override
    public Optional<URI> uri(String... schemes) {
        schema.put("type", "string");
        schema.put(
                "pattern",
                "^(" + (schemes.length == 0 ? "[A-Za-z][A-Za-z0-9+.-]*" : String.join("|", schemes)) + ")://");
        return Optional.empty();
    }

    @Override
    public Optional<Path> path() {
        schema.put("type", "string");
        return Optional.empty();
    }

    @Override
    public Optional<Secret> secret() {
        schema.put("type", "string");
        schema.put("pattern", "^(\\$\\{[A-Za-z_][A-Za-z0-9_]*}|file:.+)$");
        return Optional.empty();
    }
}
