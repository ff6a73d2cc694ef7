package org.watchfloor.lab;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** The pages of a web server by path, open to all or only to those who know user and password. */
final class WebSite {
    private final Map<String, Page> pages;
    private final Optional<String> authorization;

    private WebSite(Map<String, Page> pages, Optional<String> authorization) {
        this.pages = Map.copyOf(pages);
        this.authorization = authorization;
    }

    static WebSite open(Map<String, Page> pages) {
        return new WebSite(pages, Optional.empty());
    }

    /** Basic authentication of RFC 7617. */
    static WebSite closed(Map<String, Page> pages, String user, String password) {
        byte[] credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new WebSite(pages, Optional.of("Basic " + Base64.getEncoder().encodeToString(credentials)));
    }

    boolean isClosed() {
        return authorization.isPresent();
    }

    Page page(HttpRequest request) {
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return Page.NOT_ALLOWED;
        }
        String shown = request.headers().getOrDefault("authorization", "");
        if (authorization.isPresent() && !authorization.get().equals(shown)) {
            return Page.UNAUTHORIZED;
        }
        return pages.getOrDefault(request.path(), Page.NOT_FOUND);
    }
}
