package org.watchfloor.notify;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Who of several recipients has a notice already, so that a further try does not tell them twice. Remembered in memory
 * only, for the last 1,000 notices: after a restart all are told again. Thread-safe.
 */
public final class Reached {
    private static final int MOST = 1_000;

    private final Map<String, Set<String>> byKey = new LinkedHashMap<>();

    /** Those who have the notice with this {@link org.watchfloor.model.Notice#idempotencyKey}. */
    public synchronized Set<String> by(String idempotencyKey) {
        return Set.copyOf(byKey.getOrDefault(idempotencyKey, Set.of()));
    }

    public synchronized void add(String idempotencyKey, String recipient) {
        byKey.computeIfAbsent(idempotencyKey, _ -> new LinkedHashSet<>()).add(recipient);
        if (byKey.size() > MOST) {
            byKey.remove(byKey.keySet().iterator().next());
        }
    }
}
