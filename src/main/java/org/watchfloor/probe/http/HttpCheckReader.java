package org.watchfloor.probe.http;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.watchfloor.config.ConfigNode;
import org.watchfloor.probe.net.Expression;
import org.watchfloor.probe.tls.TlsSpec;

/** Reads one {@code http:} section. */
final class HttpCheckReader {
    private static final int MAX_SIZE = 64 << 20;
    /** Token and field value of RFC 9110, 5.6.2 and 5.5. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");

    private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e\\t]*");
    private static final Set<String> CREDENTIAL_HEADERS = Set.of("authorization", "proxy-authorization", "cookie");
    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD");

    private final ConfigNode node;

    HttpCheckReader(ConfigNode node) {
        this.node = node;
    }

    HttpCheck read() {
        Redirects redirects = node.section("redirects", "what to do with a redirect; default: follow up to 5")
                .map(HttpCheckReader::redirects)
                .orElse(Redirects.DEFAULT);
        HttpCheck check = new HttpCheck(
                node.key("url", "what to ask for: http or https, without user and password")
                        .requiredUri("http", "https"),
                method(),
                headers(),
                node.key("body", "body of the request, sent as UTF-8; set Content-Type in headers")
                        .text(),
                node.section("auth", "credentials: one of basic, bearer, header")
                        .flatMap(auth -> new HttpAuthReader(auth).read())
                        .orElse(new HttpAuth.None()),
                redirects,
                new HttpExpectationsReader(node, redirects).read(),
                node.key("max-size", "largest body to accept, 1 B to 64MiB; default 1MiB")
                        .bytes(HttpCheck.DEFAULT_MAX_SIZE, 1, MAX_SIZE),
                node.key("proxy", "HTTP proxy, such as http://proxy:3128; the system's settings are not used")
                        .uri("http"),
                node.key("protocol", "auto (default), http1, http2 (over TLS), h2c (HTTP/2 without TLS)")
                        .choice(HttpVersion.AUTO),
                node.section("tls", "how TLS is checked").map(TlsSpec::read).orElse(TlsSpec.DEFAULT),
                node.key("reuse", "keep the connection for the next look; default false")
                        .flag(false));
        require(check);
        return check;
    }

    private void require(HttpCheck check) {
        requireUsableUrl(check.url());
        if (check.body().isPresent() && WITHOUT_BODY.contains(check.method())) {
            node.problem("body", "a " + check.method() + " request has no body", "use method: POST or remove the body");
        }
        boolean secure = "https".equalsIgnoreCase(check.url().getScheme());
        if (check.protocol() == HttpVersion.HTTP2 && !secure) {
            node.problem("protocol", "http2 needs an https url", "use protocol: h2c for HTTP/2 without TLS");
        }
        if (check.protocol() == HttpVersion.H2C && secure) {
            node.problem("protocol", "h2c is HTTP/2 without TLS", "use protocol: http2");
        }
    }

    private void requireUsableUrl(URI url) {
        try {
            HttpUrl.get(url.toString());
        } catch (IllegalArgumentException _) {
            node.problem("url", "the url names no valid host", "write such as https://name/path");
        }
    }

    private String method() {
        String method =
                node.key("method", "request method; default GET").text("GET").toUpperCase(Locale.ROOT);
        if (TOKEN.matcher(method).matches()) {
            return method;
        }
        node.problem("method", "\"" + method + "\" is not a method", "use such as GET, HEAD or POST");
        return "GET";
    }

    private Map<String, String> headers() {
        Map<String, String> headers = node.key("headers", "request headers; those with credentials belong into auth")
                .textMap();
        headers.forEach(this::requireHeader);
        return headers;
    }

    private void requireHeader(String name, String value) {
        if (!TOKEN.matcher(name).matches()) {
            node.problem("headers", "\"" + name + "\" is not the name of a header", "use letters, digits and hyphens");
        } else if (CREDENTIAL_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
            node.problem("headers", name + " carries a credential", "use auth, with ${NAME} or file:PATH");
        } else if (!VALUE.matcher(value).matches()) {
            node.problem("headers", "the value of " + name + " is not plain ASCII", "encode it");
        }
    }

    private static Redirects redirects(ConfigNode node) {
        Redirects redirects = new Redirects(
                node.key("follow", "follow redirects; default true").flag(true),
                node.key("limit", "most redirects in a row, 1 to 20; default 5")
                        .integer(Redirects.DEFAULT_LIMIT, 1, 20),
                node.key("expect-location", "expression that the Location header must match; with follow: false")
                        .pattern()
                        .map(Expression::of));
        if (redirects.follow() && redirects.expectLocation().isPresent()) {
            node.problem("expect-location", "a redirect that is followed cannot be asserted", "add follow: false");
        }
        return redirects;
    }

    /** True if the text is the name of a header. */
    static boolean isHeaderName(String text) {
        return TOKEN.matcher(text).matches();
    }

    /** What is accepted without {@code expect: status:}. */
    static List<StatusRange> defaultStatuses(Redirects redirects) {
        return Optional.of(new StatusRange(300, 399))
                .filter(_ -> redirects.expectLocation().isPresent())
                .map(List::of)
                .orElse(List.of(HttpExpectations.OK));
    }
}
