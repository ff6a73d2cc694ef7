package org.watchfloor.probe.output;

import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Flattens one JSON value: {@code {"disk":[{"used":3}]}} gives {@code disk.0.used}. Numbers and booleans become figures. */
final class JsonOutput {
    private static final int MAX_DEPTH = 32;
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .build();

    private JsonOutput() {}

    /** False if the text is no JSON. */
    static boolean read(String stdout, Reading reading) {
        try {
            JsonNode root = MAPPER.readTree(stdout);
            flatten("", root, reading);
            return !root.isMissingNode();
        } catch (JacksonException e) {
            return false;
        }
    }

    private static void flatten(String path, JsonNode node, Reading reading) {
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                flatten(join(path, field.getKey()), field.getValue(), reading);
            }
        } else if (node.isArray()) {
            for (int i = 0; i < Math.min(node.size(), Reading.MAX_ENTRIES); i++) {
                flatten(join(path, Integer.toString(i)), node.get(i), reading);
            }
        } else if (node.isNumber()) {
            reading.measure(named(path), node.doubleValue(), "");
        } else if (node.isBoolean()) {
            reading.measure(named(path), node.booleanValue() ? 1 : 0, "");
        } else if (node.isString()) {
            reading.note(named(path), node.stringValue());
        }
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static String named(String path) {
        return path.isEmpty() ? "value" : path;
    }
}
