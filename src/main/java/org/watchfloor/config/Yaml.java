package org.watchfloor.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A YAML document as a tree that remembers where each of its values is written. Immutable. */
sealed interface Yaml {
    Place place();

    /** How many values a reader meets when it walks everything below, aliases followed. */
    long weight();

    /** What it is, for a message: {@code a list}. */
    String kind();

    /** The same without places; what is empty counts as a mapping without keys. */
    Written written();

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

        @Override
        public Written written() {
            return isNull() ? Written.Keys.NONE : new Written.Text(text);
        }
    }

    /** A list of values. */
    record Sequence(List<Yaml> items, long weight, Place place) implements Yaml {
        @Override
        public String kind() {
            return "a list";
        }

        @Override
        public Written written() {
            return new Written.Items(items.stream().map(Yaml::written).toList());
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

        @Override
        public Written.Keys written() {
            Map<String, Written> keys = new LinkedHashMap<>();
            entries.forEach((key, entry) -> keys.put(key, entry.value().written()));
            return new Written.Keys(keys);
        }
    }

    /**
     * One key with its value.
     *
     * @param place of the key
     */
    record Entry(Place place, Yaml value) {}
}
