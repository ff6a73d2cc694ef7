package org.watchfloor.notify.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One request as it goes out.
 *
 * @param url absolute, http or https; may hold a secret, so it is never shown
 * @param headers by name; a later one of the same name replaces an earlier one
 * @param contentType of the body
 * @param body sent as UTF-8; empty with GET
 */
public record HttpMessage(String method, String url, Map<String, String> headers, String contentType, String body) {
    public static final String JSON = "application/json; charset=utf-8";
    public static final String FORM = "application/x-www-form-urlencoded";

    public HttpMessage {
        headers = Map.copyOf(headers);
    }

    public static HttpMessage post(String url, String contentType, String body) {
        return new HttpMessage("POST", url, Map.of(), contentType, body);
    }

    /** The same with one header more. */
    public HttpMessage with(String name, String value) {
        return with(Map.of(name, value));
    }

    public HttpMessage with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new HttpMessage(method, url, all, contentType, body);
    }

    byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    /** Without anything that may be secret. */
    @Override
    public String toString() {
        return method + " of " + contentType;
    }
}
