package org.watchfloor.lab;

import java.io.IOException;
import java.net.ProtocolException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The head of an HTTP/1.1 request (RFC 9112); bodies are not read, so a request that has one is the last of its
 * connection.
 *
 * @param headers by name in lower case; the last of several wins
 */
record HttpRequest(String method, String path, Map<String, String> headers) {
    private static final int HEADERS = 100;

    HttpRequest {
        headers = Map.copyOf(headers);
    }

    /** The next request; empty when the client is done. */
    static Optional<HttpRequest> next(Connection connection) throws IOException {
        Optional<String> start = connection.line();
        if (start.isEmpty()) {
            return Optional.empty();
        }
        String[] words = start.get().split(" ");
        if (words.length != 3 || !words[2].startsWith("HTTP/1.")) {
            throw new ProtocolException("not a request of HTTP/1");
        }
        return Optional.of(new HttpRequest(words[0], words[1].replaceFirst("\\?.*", ""), headers(connection)));
    }

    boolean isLast() {
        return headers.containsKey("content-length")
                || headers.containsKey("transfer-encoding")
                || headers.getOrDefault("connection", "").equalsIgnoreCase("close");
    }

    private static Map<String, String> headers(Connection connection) throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (int count = 0; count < HEADERS; count++) {
            String line = connection.line().orElseThrow(() -> new ProtocolException("the head has no end"));
            if (line.isEmpty()) {
                return headers;
            }
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new ProtocolException("a header without a colon");
            }
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        throw new ProtocolException("more than " + HEADERS + " headers");
    }
}
