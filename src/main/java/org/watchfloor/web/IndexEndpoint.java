package org.watchfloor.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What there is to ask: a short list for people, an OpenAPI description for programs. */
final class IndexEndpoint {
    private static final String OPENAPI = "openapi.json";

    private final String version;
    private final String openApi;

    IndexEndpoint(String version) {
        this.version = version;
        this.openApi = resource();
    }

    /** Lists the routes of the table. */
    Reply index(List<Route> routes) {
        List<Line> lines = routes.stream()
                .map(route -> new Line(route.method(), route.path().text()))
                .toList();
        return Reply.ok(new Index("Watchfloor", version, "/api/v1/" + OPENAPI, lines));
    }

    Reply openApi(Call call) {
        return new Reply.Text(200, "application/json", openApi, Map.of());
    }

    private static String resource() {
        try (InputStream in = IndexEndpoint.class.getResourceAsStream(OPENAPI)) {
            if (in == null) {
                throw new IllegalStateException(OPENAPI + " is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that can be asked. */
    record Index(String program, String version, String openApi, List<Line> routes) {}

    /** One route. */
    record Line(String method, String path) {}
}
