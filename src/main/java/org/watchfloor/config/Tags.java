package org.watchfloor.config;

import java.util.Set;
import java.util.TreeSet;

/** Reads {@code tags:}, words to filter by. */
final class Tags {
    private Tags() {}

    static Set<String> read(ConfigNode node) {
        Set<String> tags = new TreeSet<>();
        for (String tag : node.key("tags", "words to filter by; those of all levels add up")
                .texts()) {
            if (tag.isEmpty() || tag.length() > 100 || tag.chars().anyMatch(Tags::isOdd)) {
                String what = "the tag " + Problems.quoted(tag) + " is not one word";
                node.problem("tags", what, "use 1 to 100 characters without spaces and commas");
            }
            tags.add(tag);
        }
        return tags;
    }

    private static boolean isOdd(int character) {
        return character == ',' || Character.isWhitespace(character) || Character.isISOControl(character);
    }
}
