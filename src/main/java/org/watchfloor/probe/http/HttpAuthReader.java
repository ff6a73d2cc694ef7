package org.watchfloor.probe.http;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.watchfloor.config.ConfigNode;
import org.watchfloor.config.Secret;

/** Reads the {@code auth:} section: exactly one of {@code basic}, {@code bearer}, {@code header}. */
final class HttpAuthReader {
    private final ConfigNode node;

    HttpAuthReader(ConfigNode node) {
        this.node = node;
    }

    Optional<HttpAuth> read() {
        Optional<HttpAuth> basic =
                node.section("basic", "user and password (RFC 7617)").flatMap(HttpAuthReader::basic);
        Optional<HttpAuth> bearer = node.key("bearer", "token (RFC 6750), by reference: ${NAME} or file:PATH")
                .secret()
                .map(HttpAuth.Bearer::new);
        Optional<HttpAuth> header = node.section("header", "a secret in a header of its own, such as X-Api-Key")
                .flatMap(HttpAuthReader::header);
        List<HttpAuth> given =
                Stream.of(basic, bearer, header).flatMap(Optional::stream).toList();
        if (Stream.of("basic", "bearer", "header").allMatch(key -> isAbsent(node, key))) {
            node.problem("auth holds no credential", "add one of basic, bearer, header");
        }
        if (given.size() > 1) {
            node.problem("auth holds more than one kind of credential", "keep one of basic, bearer, header");
        }
        return given.stream().findFirst();
    }

    private static Optional<HttpAuth> basic(ConfigNode node) {
        String user = node.key("user", "user name").requiredText();
        if (user.indexOf(':') >= 0) {
            node.problem("user", "a user name in basic authentication has no colon", "remove it");
        }
        return secret(node, "password", "password, by reference: ${NAME} or file:PATH")
                .map(password -> new HttpAuth.Basic(user, password));
    }

    private static Optional<HttpAuth> header(ConfigNode node) {
        String name = node.key("name", "name of the header").requiredText();
        if (!name.isEmpty() && !HttpCheckReader.isHeaderName(name)) {
            node.problem("name", "\"" + name + "\" is not the name of a header", "use letters, digits and hyphens");
        }
        return secret(node, "value", "value, by reference: ${NAME} or file:PATH")
                .map(value -> new HttpAuth.Header(name, value));
    }

    private static Optional<Secret> secret(ConfigNode node, String key, String doc) {
        Optional<Secret> secret = node.key(key, doc).secret();
        if (isAbsent(node, key)) {
            node.problem(key + " is missing", "add " + key + ": ${NAME}");
        }
        return secret;
    }

    private static boolean isAbsent(ConfigNode node, String key) {
        return node.placeOf(key).equals(node.place());
    }
}
