package org.watchfloor.ui.quiet;

import java.util.List;
import java.util.stream.Collectors;
import org.watchfloor.config.Written;

/** What stands in an entry, as texts for the fields of a form. Pure functions. */
final class WrittenText {
    private WrittenText() {}

    /** Empty if the key is absent, or no single text. */
    static String line(Written.Keys keys, String key) {
        return keys.keys().get(key) instanceof Written.Text(String text) ? text : "";
    }

    /** {@code web-*, db-1}; a single text counts as a list of one. */
    static String list(Written.Keys keys, String key, String between) {
        return keys.keys().get(key) instanceof Written.Items(List<Written> items)
                ? items.stream()
                        .map(item -> item instanceof Written.Text(String text) ? text : "")
                        .collect(Collectors.joining(between + " "))
                : line(keys, key);
    }
}
