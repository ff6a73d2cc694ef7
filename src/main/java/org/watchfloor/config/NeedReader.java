package org.watchfloor.config;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a list of needs, each {@code id}, {@code any of id, id} or {@code 2 of id, id, id}. Confined to one thread. */
final class NeedReader {
    static final String FORMS =
            "; several in a list are all needed, \"any of a, b\" and \"2 of a, b, c\" are redundant";

    private static final Pattern GROUP = Pattern.compile("(any|\\d{1,4}) of (.+)");
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    private final YamlNode node;
    private final String key;
    private final References known;

    NeedReader(YamlNode node, String key, References known) {
        this.node = node;
        this.key = key;
        this.known = known;
    }

    /** Those whose members exist; the others are noted. */
    List<Need<String>> read(List<String> texts) {
        return new LinkedHashSet<>(texts)
                .stream().flatMap(text -> need(text).stream()).toList();
    }

    private Optional<Need<String>> need(String text) {
        Matcher group = GROUP.matcher(text.strip());
        if (!group.matches()) {
            return known.isKnown(node, key, text) ? Optional.of(Need.of(text)) : Optional.empty();
        }
        List<String> written = List.copyOf(
                new LinkedHashSet<>(Arrays.asList(COMMA.split(group.group(2).strip()))));
        List<String> members = written.stream()
                .filter(id -> known.isKnown(node, key, text, id))
                .toList();
        int atLeast = group.group(1).equals("any") ? 1 : Integer.parseInt(group.group(1));
        if (written.size() == 1) {
            String what = Problems.quoted(text) + " names one only";
            node.problemAt(node.placeOf(key, text), what, "put all of it in quotes: \"any of a, b\"");
            return Optional.empty();
        }
        if (atLeast < 1 || atLeast > written.size()) {
            String what = Problems.quoted(text) + " asks for " + atLeast + " of " + written.size();
            node.problemAt(node.placeOf(key, text), what, "ask for 1 to " + written.size() + " of them");
            return Optional.empty();
        }
        return members.size() == written.size() ? Optional.of(new Need<>(atLeast, members)) : Optional.empty();
    }
}
