package org.watchfloor.notify.http;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.watchfloor.config.ConfigNode;
import org.watchfloor.config.Secret;
import org.watchfloor.notify.MissingSecret;
import org.watchfloor.notify.OpenSecrets;

/**
 * Headers of the operator's own.
 *
 * @param plain as they are written
 * @param secret those whose whole value is {@code ${NAME}}
 */
public record HttpHeaders(Map<String, String> plain, Map<String, Secret> secret) {
    /** Token and field value of RFC 9110, 5.6.2 and 5.5. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");

    private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e\\t]*");
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");
    private static final Set<String> CREDENTIALS = Set.of("authorization", "proxy-authorization", "cookie");
    private static final Set<String> OURS = Set.of("host", "content-length", "transfer-encoding", "content-type");

    public HttpHeaders {
        plain = Map.copyOf(plain);
        secret = Map.copyOf(secret);
    }

    /** Reads {@code headers:} of the mapping. */
    public static HttpHeaders read(ConfigNode node) {
        Map<String, String> plain = new LinkedHashMap<>();
        Map<String, Secret> secret = new LinkedHashMap<>();
        node.key("headers", "request headers; ${NAME} as a whole value is a secret by reference")
                .textMap()
                .forEach((name, value) -> {
                    Matcher reference = REFERENCE.matcher(value);
                    if (reference.matches()) {
                        secret.put(name, new Secret.Variable(reference.group(1)));
                    } else {
                        plain.put(name, value);
                    }
                    check(node, name, value, reference.matches());
                });
        return new HttpHeaders(plain, secret);
    }

    private static void check(ConfigNode node, String name, String value, boolean reference) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (!NAME.matcher(name).matches()) {
            node.problem("headers", "\"" + name + "\" is not the name of a header", "use letters, digits and hyphens");
        } else if (OURS.contains(lower)) {
            node.problem("headers", name + " is set by Watchfloor", "remove it");
        } else if (CREDENTIALS.contains(lower) && !reference) {
            node.problem("headers", name + " carries a credential", "use auth, or ${NAME} as its value");
        } else if (!VALUE.matcher(value).matches()) {
            node.problem("headers", "the value of " + name + " is not plain ASCII", "encode it");
        }
    }

    /** All of them, with the values of the secrets. */
    public Map<String, String> open(OpenSecrets secrets) throws MissingSecret {
        Map<String, String> all = new LinkedHashMap<>(plain);
        for (Map.Entry<String, Secret> header : secret.entrySet()) {
            all.put(header.getKey(), secrets.openForHeader(header.getValue()));
        }
        return all;
    }
}
