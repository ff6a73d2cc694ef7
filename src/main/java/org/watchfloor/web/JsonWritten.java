package org.watchfloor.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.watchfloor.config.Written;
import tools.jackson.databind.JsonNode;

/** Entries of the configuration as JSON of the same shape: numbers and switches may come as such, and go out as texts. */
final class JsonWritten {
    private JsonWritten() {}

    /** @throws Problem 400 that names the key, if a value is null or holds control characters */
    static Written.Keys keys(JsonNode object) {
        return (Written.Keys) value("", object);
    }

    private static Written value(String path, JsonNode node) {
        if (node.isObject()) {
            Map<String, Written> keys = new LinkedHashMap<>();
            node.properties()
                    .forEach(key -> keys.put(
                            plain(path, key.getKey()),
                            value(path.isEmpty() ? key.getKey() : path + "." + key.getKey(), key.getValue())));
            return new Written.Keys(keys);
        }
        if (node.isArray()) {
            return new Written.Items(
                    node.valueStream().map(item -> value(path, item)).toList());
        }
        if (node.isNull()) {
            throw Problem.badParameter(path, "must have a value, or be left out");
        }
        return new Written.Text(plain(path, node.asString()));
    }

    private static String plain(String path, String text) {
        boolean isPlain =
                text.chars().allMatch(letter -> letter == '\n' || letter == '\t' || !Character.isISOControl(letter));
        boolean isWhole = StandardCharsets.UTF_8.newEncoder().canEncode(text);
        if (!isPlain || !isWhole) {
            throw Problem.badParameter(
                    path, "must be text without control characters and without halves of characters");
        }
        return text;
    }

    /** Maps, lists and texts. */
    static Object of(Written written) {
        return switch (written) {
            case Written.Text(String text) -> text;
            case Written.Items(List<Written> items) ->
                items.stream().map(JsonWritten::of).toList();
            case Written.Keys(Map<String, Written> keys) -> {
                Map<String, Object> object = new LinkedHashMap<>();
                keys.forEach((key, value) -> object.put(key, of(value)));
                yield object;
            }
        };
    }
}
