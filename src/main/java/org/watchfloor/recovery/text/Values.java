package org.watchfloor.recovery.text;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

    /**
     * All forms in which the values of the secrets may come back from where they went, read now: to be hidden, never to
     * be shown, stored or logged.
     */
    public Set<String> echoes() {
        return secrets.values().stream()
                .flatMap(secret -> secret.value().stream())
                .filter(value -> !value.isEmpty())
                .flatMap(value -> Echoes.of(value).stream())
                .collect(Collectors.toSet());
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(texts.get(name));
    }

    Optional<Secret> secret(String name) {
        return Optional.ofNullable(secrets.get(name));
    }
}
