package org.watchfloor.recovery.text;

import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/** The placeholders that a text may use. Immutable. */
public record Vocabulary(Map<String, Meaning> meanings) {
    public Vocabulary {
        meanings = Map.copyOf(meanings);
    }

    /** Empty if nobody knows the name. */
    Optional<Meaning> of(String name) {
        return Optional.ofNullable(meanings.get(name));
    }

    /** These and more; the later meaning counts. */
    public Vocabulary with(Map<String, Meaning> more) {
        SequencedMap<String, Meaning> all = new TreeMap<>(meanings);
        all.putAll(more);
        return new Vocabulary(all);
    }

    String list() {
        return String.join(", ", meanings.keySet().stream().sorted().toList());
    }
}
