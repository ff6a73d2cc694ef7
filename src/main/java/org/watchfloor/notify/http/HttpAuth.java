package org.watchfloor.notify.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import okhttp3.Credentials;
import org.watchfloor.config.ConfigNode;
import org.watchfloor.config.Secret;
import org.watchfloor.notify.MissingSecret;
import org.watchfloor.notify.OpenSecrets;
import org.watchfloor.notify.SecretKey;

/** How a channel proves who it is; secrets by reference only. */
public sealed interface HttpAuth {
    /** The header to send; none without credentials. */
    Map<String, String> headers(OpenSecrets secrets) throws MissingSecret;

    /** No credentials. */
    record None() implements HttpAuth {
        @Override
        public Map<String, String> headers(OpenSecrets secrets) {
            return Map.of();
        }
    }

    /** User and password (RFC 7617). */
    record Basic(String user, Secret password) implements HttpAuth {
        @Override
        public Map<String, String> headers(OpenSecrets secrets) throws MissingSecret {
            String opened = secrets.open(password);
            secrets.hideAlso(user + ":" + opened);
            return Map.of("Authorization", Credentials.basic(user, opened, StandardCharsets.UTF_8));
        }
    }

    /** A bearer token (RFC 6750). */
    record Bearer(Secret token) implements HttpAuth {
        @Override
        public Map<String, String> headers(OpenSecrets secrets) throws MissingSecret {
            return Map.of("Authorization", "Bearer " + secrets.openForHeader(token));
        }
    }

    /** Reads {@code auth:} of the mapping: one of {@code basic} and {@code bearer}. */
    static HttpAuth read(ConfigNode node) {
        return node.section("auth", "credentials: one of basic, bearer")
                .flatMap(HttpAuth::readSection)
                .orElse(new None());
    }

    private static Optional<HttpAuth> readSection(ConfigNode auth) {
        Optional<HttpAuth> basic =
                auth.section("basic", "user and password (RFC 7617)").flatMap(HttpAuth::readBasic);
        Optional<HttpAuth> bearer = auth.key("bearer", "token (RFC 6750), by reference: ${NAME} or file:PATH")
                .secret()
                .map(Bearer::new);
        boolean basicIsGiven = SecretKey.isGiven(auth, "basic");
        boolean bearerIsGiven = SecretKey.isGiven(auth, "bearer");
        if (basicIsGiven == bearerIsGiven) {
            auth.problem(
                    basicIsGiven ? "auth holds two kinds of credentials" : "auth holds no credential",
                    "keep one of basic, bearer");
        }
        return basic.or(() -> bearer);
    }

    private static Optional<HttpAuth> readBasic(ConfigNode node) {
        String user = node.key("user", "user name").requiredText();
        if (user.indexOf(':') >= 0) {
            node.problem("user", "a user name in basic authentication has no colon", "remove it");
        }
        return SecretKey.required(node, "password", "password").map(password -> new Basic(user, password));
    }
}
