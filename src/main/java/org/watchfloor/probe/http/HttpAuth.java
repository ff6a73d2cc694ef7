package org.watchfloor.probe.http;

import java.util.List;
import org.watchfloor.config.Secret;

/** How the check proves who it is; secrets by reference only. Sent with the first request, without waiting for a challenge. */
public sealed interface HttpAuth {
    /** The secrets to look up at the moment of use. */
    List<Secret> secrets();

    /** No credentials. */
    record None() implements HttpAuth {
        @Override
        public List<Secret> secrets() {
            return List.of();
        }
    }

    /** User and password (RFC 7617). */
    record Basic(String user, Secret password) implements HttpAuth {
        @Override
        public List<Secret> secrets() {
            return List.of(password);
        }
    }

    /** A bearer token (RFC 6750). */
    record Bearer(Secret token) implements HttpAuth {
        @Override
        public List<Secret> secrets() {
            return List.of(token);
        }
    }

    /** A secret in a header of its own, such as {@code X-Api-Key}. */
    record Header(String name, Secret value) implements HttpAuth {
        @Override
        public List<Secret> secrets() {
            return List.of(value);
        }
    }
}
