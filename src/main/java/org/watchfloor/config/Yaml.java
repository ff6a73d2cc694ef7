package org.watchfloor.config;

import java.util.List;
import java.util.Map;

/** A YAML document as a tree that remembers where each of its values is written. Immutable. */
sealed interface Yaml {
    Place place();

    /** How many values a reader meets when it walks everything below, aliases followed. */
    long weight();

    /** What it is, for a message: {@code a list}. */
    String kind();

    /**
     * A single value.
     *
     * @param plain written without quotes
     * @param textColumn column of the text's first character, or 0 where characters of the text have no simple place
     */
    record Scalar(String text, boolean plain, int textColumn, Place place) implements Yaml {
        boolean isNull() {
            return plain && (text.isEmpty() || text.equals("~") || text.equals("null"));
        }

        /** Where a character of the text is written; the beginning if only that is certain. */
        Place placeOf(String filled, int index) {
            boolean simple = textColumn > 0 && index >= 0 && filled.equals(text);
            return simple ? new Place(place.file(), place.line(), textColumn + index) : place;
        }

        @Override
        public long weight() {
            return 1;
        }

        @Override
        public String kind() {
            return isNull() ? "empty" : "a single value";
        }
    }

    /** A list of values. */
    record Sequence(List<Yaml> items, long weight, Place place) implements Yaml {
        @Override
        public String kind() {
            return "a list";
        }
    }

    /** A mapping in the order of its keys. */
    record Mapping(Map<String, Entry> entries, long weight, Place place) implements Yaml {
        static Mapping empty(Place place) {
            return new Mapping(Map.of(), 1, place);
        }

        @Override
        public String kind() {
            return "a mapping";
        }
    }

    /**
     * One key with its value.
     *
     * @param place of the key
     */
    record Entry(Place place, Yaml value) {}
}
