package org.watchfloor.notify;

import java.util.Optional;
import org.watchfloor.config.ConfigNode;
import org.watchfloor.config.Secret;

/** Reads keys that hold a secret by reference. Pure functions. */
public final class SecretKey {
    private SecretKey() {}

    /** Absent is a problem. */
    public static Optional<Secret> required(ConfigNode node, String key, String doc) {
        Optional<Secret> secret = optional(node, key, doc);
        if (!isGiven(node, key)) {
            node.problem("\"" + key + "\" is missing", "add " + key + ": ${NAME} or file:PATH (" + doc + ")");
        }
        return secret;
    }

    public static Optional<Secret> optional(ConfigNode node, String key, String doc) {
        return node.key(key, doc + ", by reference: ${NAME} or file:PATH").secret();
    }

    /** Stands in where a required secret is missing, in a spec that is rejected anyway. */
    public static Secret orMissing(Optional<Secret> secret) {
        return secret.orElse(new Secret.Variable("MISSING"));
    }

    /** True if the key is written, whatever its value. */
    public static boolean isGiven(ConfigNode node, String key) {
        return !node.placeOf(key).equals(node.place());
    }
}
