package org.watchfloor.model;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What an alert is about, as names and values in the order of the names; immutable. A name is letters, digits and
 * underscores, as in Prometheus; a missing label and an empty one are the same.
 */
public record Labels(SortedMap<String, String> values) {
    public static final Labels NONE = new Labels(new TreeMap<>());

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    public Labels {
        TreeMap<String, String> copy = new TreeMap<>(values);
        copy.values().removeIf(String::isEmpty);
        values = Collections.unmodifiableSortedMap(copy);
    }

    public static Labels of(Map<String, String> values) {
        return new Labels(new TreeMap<>(values));
    }

    /** The value, or an empty text if there is no such label. */
    public String get(String name) {
        return values.getOrDefault(name, "");
    }

    /** These, and the others above them. */
    public Labels with(Map<String, String> others) {
        TreeMap<String, String> all = new TreeMap<>(values);
        all.putAll(others);
        return new Labels(all);
    }

    /** Only those with one of the names. */
    public Labels only(Collection<String> names) {
        TreeMap<String, String> kept = new TreeMap<>(values);
        kept.keySet().retainAll(names);
        return new Labels(kept);
    }

    /** Sixteen hexadecimal digits that other programs may take as identity: FNV-1a, 64 bits, over names and values. */
    public String fingerprint() {
        long hash = FNV_OFFSET;
        for (Map.Entry<String, String> label : values.entrySet()) {
            hash = hashed(hash, label.getKey());
            hash = hashed(hash, label.getValue());
        }
        return "%016x".formatted(hash);
    }

    private static long hashed(long start, String text) {
        long hash = start;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return (hash ^ 0xff) * FNV_PRIME;
    }

    /** {@code host="web-1", rule="down"}. */
    @Override
    public String toString() {
        return values.entrySet().stream()
                .map(label -> label.getKey() + "=\"" + label.getValue() + "\"")
                .collect(Collectors.joining(", "));
    }
}
