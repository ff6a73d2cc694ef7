package org.watchfloor.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A path whose parts in braces stand for any one segment: {@code /api/v1/hosts/{id}}. Fixed parts match literally, so an
 * encoded slash or dot never reaches another path; only values of parameters are decoded.
 */
record PathTemplate(String text, List<String> segments) {
    static PathTemplate of(String text) {
        return new PathTemplate(text, List.of(text.split("/", -1)));
    }

    /** The values of the parameters, decoded; empty if the path is another one. */
    Optional<Map<String, String>> match(String rawPath) {
        String[] parts = rawPath.split("/", segments.size() + 1);
        if (parts.length != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> values = new HashMap<>();
        for (int index = 0; index < parts.length; index++) {
            String segment = segments.get(index);
            if (segment.startsWith("{")) {
                values.put(segment.substring(1, segment.length() - 1), decoded(parts[index]));
            } else if (!segment.equals(parts[index])) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    private static String decoded(String raw) {
        try {
            return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Problem.of(400, "the path is not correctly percent-encoded");
        }
    }
}
