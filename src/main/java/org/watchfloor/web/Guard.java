package org.watchfloor.web;

import com.sun.net.httpserver.HttpExchange;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Decides whether a request may come in at all, before anything looks at what it asks. Safe for many threads. */
final class Guard {
    static final String LIVENESS = "/health/live";

    private final HostNames hostNames;
    private final Optional<BearerToken> token;
    private final RateLimit rate;

    Guard(WebSettings settings) {
        this.hostNames = new HostNames(settings.hostNames());
        this.token = settings.token().map(BearerToken::new);
        this.rate = new RateLimit(settings.requestsPerSecond(), settings.burst(), System::nanoTime);
    }

    /** @throws Problem 403, 429, 401 or 413 */
    void admit(HttpExchange exchange) {
        requireKnownHost(exchange);
        boolean isLiveness = LIVENESS.equals(exchange.getRequestURI().getRawPath());
        if (!isLiveness) {
            requireRate(exchange.getRemoteAddress().getAddress());
            requireToken(exchange);
        }
        if (!exchange.getRequestMethod().equals("GET")
                && !exchange.getRequestMethod().equals("HEAD")) {
            requireSameOrigin(exchange);
        }
        new Call(exchange, Map.of()).requireSmallBody();
    }

    /** A stranger's web page that made its name point here knows no token, so with one any name will do. */
    private void requireKnownHost(HttpExchange exchange) {
        List<String> hosts = exchange.getRequestHeaders().getOrDefault("Host", List.of());
        boolean isKnown = hosts.size() == 1 && (token.isPresent() || isKnown(exchange, hosts.getFirst()));
        if (!isKnown) {
            throw Problem.of(
                    403,
                    "the Host header does not name this machine; write localhost or the address itself, or give the door a token");
        }
    }

    private boolean isKnown(HttpExchange exchange, String host) {
        InetAddress reached = exchange.getLocalAddress().getAddress();
        String authority = exchange.getRequestURI().getRawAuthority();
        return hostNames.allows(host, reached) && (authority == null || hostNames.allows(authority, reached));
    }

    private void requireRate(InetAddress client) {
        if (!rate.allows(client)) {
            throw Problem.withHeader(429, "too many requests from this address; wait a second", "Retry-After", "1");
        }
    }

    private void requireToken(HttpExchange exchange) {
        List<String> given = exchange.getRequestHeaders().getOrDefault("Authorization", List.of());
        boolean isAdmitted = token.map(required -> given.size() == 1 && required.isIn(given.getFirst()))
                .orElse(true);
        if (!isAdmitted) {
            throw Problem.withHeader(
                    401, "send the token as Authorization: Bearer", "WWW-Authenticate", "Bearer realm=\"watchfloor\"");
        }
    }

    /** Browsers name the page that sends a POST; only a page from this very door may. Programs send no Origin. */
    private void requireSameOrigin(HttpExchange exchange) {
        String host = exchange.getRequestHeaders().getFirst("Host");
        List<String> origins = exchange.getRequestHeaders().getOrDefault("Origin", List.of());
        List<String> sites = exchange.getRequestHeaders().getOrDefault("Sec-Fetch-Site", List.of());
        boolean isOwn = origins.stream().allMatch(origin -> isOrigin(origin, host))
                && sites.stream().allMatch(site -> site.equals("same-origin") || site.equals("none"));
        if (!isOwn) {
            throw Problem.of(403, "a web page from elsewhere may not give commands here");
        }
    }

    private static boolean isOrigin(String origin, String host) {
        String own = host.toLowerCase(Locale.ROOT);
        return origin.equalsIgnoreCase("http://" + own) || origin.equalsIgnoreCase("https://" + own);
    }
}
