package org.watchfloor.store;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Names with values as one text: a line for each, {@code name=value}, line feeds and backslashes written with a backslash. */
final class Pairs {
    private Pairs() {}

    static String of(Map<String, String> pairs) {
        return pairs.entrySet().stream()
                .map(pair -> escaped(pair.getKey()) + "=" + escaped(pair.getValue()))
                .collect(Collectors.joining("\n"));
    }

    static SortedMap<String, String> parse(String text) {
        SortedMap<String, String> pairs = new TreeMap<>();
        text.lines().filter(line -> line.indexOf('=') > 0).forEach(line -> {
            int equals = line.indexOf('=');
            pairs.put(plain(line.substring(0, equals)), plain(line.substring(equals + 1)));
        });
        return pairs;
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if (character == '\\' && index + 1 < text.length()) {
                char next = text.charAt(++index);
                plain.append(next == 'n' ? '\n' : next == 'r' ? '\r' : next);
            } else {
                plain.append(character);
            }
        }
        return plain.toString();
    }
}
