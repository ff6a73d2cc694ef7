package org.watchfloor.web;

import java.util.Map;
import java.util.Optional;

/** A request that cannot be answered as asked; becomes an RFC 9457 problem. Its detail is shown to the caller. */
final class Problem extends RuntimeException {
    private static final Map<Integer, String> TITLES = Map.ofEntries(
            Map.entry(400, "Bad request"),
            Map.entry(401, "Token needed"),
            Map.entry(403, "Not allowed"),
            Map.entry(404, "Not found"),
            Map.entry(405, "Method not allowed"),
            Map.entry(409, "Conflict"),
            Map.entry(412, "Changed meanwhile"),
            Map.entry(413, "Body too large"),
            Map.entry(415, "Wrong type of body"),
            Map.entry(429, "Too many requests"),
            Map.entry(500, "Internal error"),
            Map.entry(503, "Not available now"));

    private final int status;
    private final String detail;
    private final Optional<String> parameter;
    private final Map<String, String> headers;

    private Problem(int status, String detail, Optional<String> parameter, Map<String, String> headers) {
        super(detail, null, false, false);
        this.status = status;
        this.detail = detail;
        this.parameter = parameter;
        this.headers = Map.copyOf(headers);
    }

    static Problem of(int status, String detail) {
        return new Problem(status, detail, Optional.empty(), Map.of());
    }

    static Problem withHeader(int status, String detail, String header, String value) {
        return new Problem(status, detail, Optional.empty(), Map.of(header, value));
    }

    static Problem badParameter(String parameter, String detail) {
        return new Problem(400, detail, Optional.of(parameter), Map.of());
    }

    static Problem notFound(String detail) {
        return of(404, detail);
    }

    String detail() {
        return detail;
    }

    Reply reply() {
        return Reply.json(status, new ProblemJson("about:blank", title(), status, detail, parameter))
                .as("application/problem+json")
                .with(headers);
    }

    private String title() {
        return TITLES.getOrDefault(status, "Problem");
    }

    /** The body of RFC 9457; {@code parameter} is an extension that names what was wrong in the request. */
    record ProblemJson(String type, String title, int status, String detail, Optional<String> parameter) {}
}
