package org.watchfloor.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parameters behind the question mark, each read as exactly one type. */
record Query(Map<String, String> values) {
    /** @throws Problem 400 if it is not correctly encoded or gives a parameter twice */
    static Query parse(@Nullable String raw) {
        Map<String, String> values = new HashMap<>();
        if (raw != null) {
            for (String pair : raw.split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
                if (values.put(name, value) != null) {
                    throw Problem.badParameter(name, "this parameter is given twice");
                }
            }
        }
        return new Query(Map.copyOf(values));
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    /** @throws Problem 400 if it is not a whole number within the range */
    int integer(String name, int byDefault, int min, int max) {
        Optional<String> given = text(name);
        if (given.isEmpty()) {
            return byDefault;
        }
        if (given.get().matches("[0-9]{1,9}")) {
            int value = Integer.parseInt(given.get());
            if (value >= min && value <= max) {
                return value;
            }
        }
        throw Problem.badParameter(name, "must be a whole number from " + min + " to " + max);
    }

    /**
     * The time span from {@code from} to {@code to}.
     *
     * @param longDefault the default of {@code from}, in the relative form
     * @throws Problem 400 that names the parameter that is not a time, or ends before it begins
     */
    TimeSpan span(String longDefault, Instant now) {
        Instant from = TimeSpan.instant("from", text("from").orElse(longDefault), now);
        Instant to = TimeSpan.instant("to", text("to").orElse("now"), now);
        if (!from.isBefore(to)) {
            throw Problem.badParameter("from", "must be before \"to\"");
        }
        return new TimeSpan(from, to);
    }

    private static String decoded(String raw) {
        try {
            return URLDecoder.decode(raw, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Problem.of(400, "the query is not correctly percent-encoded");
        }
    }
}
