package org.watchfloor.recovery.text;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.watchfloor.config.Secret;

/**
 * What placeholders stand for. Immutable.
 *
 * @param texts by placeholder
 * @param secrets by placeholder; looked up when a text is opened, never before
 */
public record Values(Map<String, String> texts, Map<String, Secret> secrets) {
    public static final Values NONE = new Values(Map.of(), Map.of());

    public Values {
        texts = Map.copyOf(texts);
        secrets = Map.copyOf(secrets);
    }

    /** With more of them. */
    public Values with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(texts);
        all.putAll(more);
        return new Values(all, secrets);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(texts.get(name));
    }

    Optional<Secret> secret(String name) {
        return Optional.ofNullable(secrets.get(name));
    }
}
