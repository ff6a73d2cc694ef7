package org.watchfloor.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A value as it stands, or is to stand, in a file, without any meaning: a text, a list, or keys with values. Switches
 * and numbers are texts here, as for the readers. Immutable.
 */
public sealed interface Written {
    /** A single value. */
    record Text(String text) implements Written {}

    /** A list. */
    record Items(List<Written> items) implements Written {
        public Items {
            items = List.copyOf(items);
        }

        public static Items of(List<String> texts) {
            return new Items(texts.stream().<Written>map(Text::new).toList());
        }
    }

    /** A mapping in the order of its keys. */
    record Keys(Map<String, Written> keys) implements Written {
        public static final Keys NONE = new Keys(Map.of());

        public Keys {
            keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
        }

        public Keys with(String key, Written value) {
            Map<String, Written> next = new LinkedHashMap<>(keys);
            next.put(key, value);
            return new Keys(next);
        }

        public Keys with(String key, String text) {
            return with(key, new Text(text));
        }

        /** With all of the others, which win. */
        public Keys with(Keys others) {
            Map<String, Written> next = new LinkedHashMap<>(keys);
            next.putAll(others.keys);
            return new Keys(next);
        }

        public Keys without(String key) {
            Map<String, Written> next = new LinkedHashMap<>(keys);
            next.remove(key);
            return new Keys(next);
        }

        /** The keys below a key; none if that is absent or something else. */
        public Keys below(String key) {
            return keys.get(key) instanceof Keys found ? found : NONE;
        }
    }
}
