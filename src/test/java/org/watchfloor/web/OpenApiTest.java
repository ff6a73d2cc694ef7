package org.watchfloor.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The written description says what the table of routes serves, no more and no less. */
class OpenApiTest {
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    private TestDoor door;

    @BeforeEach
    void open() throws Exception {
        door = new TestDoor();
    }

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void describesEveryRouteAndNoOther() throws Exception {
        Set<String> served = new TreeSet<>();
        door.json("/api/v1")
                .get("routes")
                .forEach(route -> served.add(
                        route.get("method").asString() + " " + route.get("path").asString()));

        assertThat(described(door.json("/api/v1/openapi.json").get("paths"))).isEqualTo(served);
    }

    @Test
    void declaresThePathParametersOfEveryRoute() throws Exception {
        JsonNode paths = door.json("/api/v1/openapi.json").get("paths");
        for (String path : paths.propertyNames()) {
            Set<String> inPath = PARAMETER
                    .matcher(path)
                    .results()
                    .map(MatchResult::group)
                    .map(text -> text.substring(1, text.length() - 1))
                    .collect(Collectors.toSet());
            for (JsonNode operation : paths.get(path)) {
                Set<String> declared = new TreeSet<>();
                operation.path("parameters").forEach(parameter -> {
                    if (parameter.get("in").asString().equals("path")) {
                        declared.add(parameter.get("name").asString());
                    }
                });
                assertThat(declared).as(path).isEqualTo(inPath);
            }
        }
    }

    private static Set<String> described(JsonNode paths) {
        Set<String> described = new TreeSet<>();
        for (String path : paths.propertyNames()) {
            for (String method : paths.get(path).propertyNames()) {
                described.add(method.toUpperCase(Locale.ROOT) + " " + path);
            }
        }
        return described;
    }
}
