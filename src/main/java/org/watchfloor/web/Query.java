package org.watchfloor.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parameters behind the question mark, each read as exactly one type. */
record Query(Map<String, List<String>> values) {
    /** @throws Problem 400 if it is not correctly encoded */
    static Query parse(@Nullable String raw) {
        Map<String, List<String>> values = new HashMap<>();
        if (raw != null) {
            for (String pair : raw.split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
                values.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
            }
        }
        return new Query(Map.copyOf(values));
    }

    /** @throws Problem 400 if it is given twice */
    Optional<String> text(String name) {
        if (values.getOrDefault(name, List.of()).size() > 1) {
            throw Problem.badParameter(name, "this parameter is given twice");
        }
        return texts(name).stream().findFirst();
    }

    /** All values of a parameter that may be given again and again. */
    List<String> texts(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** @throws Problem 400 that lists the words, if it is none of them in any case */
    <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
        return text(name)
                .map(given -> Arrays.stream(type.getEnumConstants())
                        .filter(word -> word.name().equalsIgnoreCase(given))
                        .findFirst()
                        .orElseThrow(() -> Problem.badParameter(
                                name,
                                "must be one of "
                                        + Arrays.stream(type.getEnumConstants())
                                                .map(word -> word.name().toLowerCase(Locale.ROOT))
                                                .collect(Collectors.joining(", ")))));
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
