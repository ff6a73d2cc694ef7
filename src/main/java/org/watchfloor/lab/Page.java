package org.watchfloor.lab;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What a web server answers. */
record Page(String status, String contentType, String body) {
    static final Page NOT_FOUND = new Page("404 Not Found", "text/plain", "no such page\n");
    static final Page NOT_ALLOWED = new Page("405 Method Not Allowed", "text/plain", "GET and HEAD only\n");
    static final Page UNAUTHORIZED = new Page("401 Unauthorized", "text/plain", "who are you?\n");
    private static final Page UNAVAILABLE =
            new Page("503 Service Unavailable", "text/plain", "upstream connect error: no healthy backend\n");
    private static final Page STRANGE = html("Welcome!", "It works. Nobody has put the real pages here yet.");

    /** What a web server with such a fault answers to everything. */
    static final Map<Fault, Page> BY_FAULT =
            Map.of(Fault.ERROR_5XX, UNAVAILABLE, Fault.WRONG_BODY, STRANGE, Fault.AUTH_REFUSED, UNAUTHORIZED);

    static Page html(String title, String text) {
        return new Page("200 OK", "text/html; charset=utf-8", """
                <!doctype html>
                <html lang="en"><head><title>%s</title></head>
                <body><h1>%1$s</h1><p>%s</p></body></html>
                """.formatted(title, text));
    }

    static Page json(String json) {
        return new Page("200 OK", "application/json", json + "\n");
    }

    static Page text(String text) {
        return new Page("200 OK", "text/plain; charset=utf-8", text + "\n");
    }

    int size() {
        return body.getBytes(StandardCharsets.UTF_8).length;
    }
}
