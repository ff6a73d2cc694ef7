package org.watchfloor.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.watchfloor.engine.History;
import org.watchfloor.incident.Incident;
import org.watchfloor.model.Actor;
import org.watchfloor.model.IncidentId;
import tools.jackson.databind.JsonNode;

/** The JSON API, each endpoint and each of its errors. */
class ApiTest {
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
    void listsHosts() throws Exception {
        JsonNode host = door.json("/api/v1/hosts").get("hosts").get(0);

        assertThat(host.get("id").asString()).isEqualTo("web-1");
        assertThat(host.get("title").asString()).isEqualTo("Web \"one\"");
        assertThat(host.get("group").asString()).isEqualTo("edge");
        assertThat(host.get("state").asString()).isEqualTo("DOWN");
        assertThat(host.get("counts").get("DOWN").asInt()).isEqualTo(1);
        assertThat(host.get("since").asString()).isEqualTo("2026-01-05T08:59:30Z");
    }

    @Test
    void showsAHostWithItsChecks() throws Exception {
        JsonNode host = door.json("/api/v1/hosts/web-1");

        assertThat(host.get("host").get("id").asString()).isEqualTo("web-1");
        assertThat(host.get("checks").findValuesAsString("id")).containsExactly("web-1/front", "web-1/ssh");
        assertThat(door.get("/api/v1/hosts/web-2").statusCode()).isEqualTo(404);
    }

    @Test
    void listsChecks() throws Exception {
        JsonNode checks = door.json("/api/v1/checks").get("checks");
        JsonNode front = checks.get(0);

        assertThat(front.get("looksAt").asString()).isEqualTo("GET https://intranet/front");
        assertThat(front.get("reason").asString()).isEqualTo("REFUSED");
        assertThat(front.get("latencySeconds").asDouble()).isEqualTo(0.035);
        assertThat(front.get("coming").get("needed").asInt()).isEqualTo(2);
        assertThat(checks.get(1).get("message").asString()).isEqualTo("no data yet");
        assertThat(checks.get(1).has("latencySeconds")).isFalse();
    }

    @Test
    void showsAllOfACheck() throws Exception {
        JsonNode check = door.json("/api/v1/checks/web-1/front");
        JsonNode last = check.get("last");

        assertThat(check.get("settings").get("timeoutSeconds").asDouble()).isEqualTo(1.5);
        assertThat(check.get("settings").get("place").asString()).isEqualTo("hosts.yaml:3:5");
        assertThat(last.get("outcome").asString()).isEqualTo("DOWN");
        assertThat(last.get("phaseSeconds").get("CONNECT").asDouble()).isEqualTo(0.012);
        assertThat(last.get("measurements").get(1).has("value")).isFalse();
        assertThat(last.get("facts").get(0).get("value").asString()).isEqualTo("***");
        assertThat(check.get("recentLatencySeconds").get(1).isNull()).isTrue();
        assertThat(door.json("/api/v1/checks/web-1/ssh").has("last")).isFalse();
        assertThat(door.get("/api/v1/checks/web-1/nope").statusCode()).isEqualTo(404);
    }

    @Test
    void showsTheHistoryOfACheckWithItsLatencyInSeconds() throws Exception {
        door.engine.points.put(
                Scene.FRONT,
                List.of(
                        new History.Point(Scene.NOW.minusSeconds(60), 10, 20, 30, 3),
                        new History.Point(Scene.NOW, Double.NaN, Double.NaN, Double.NaN, 1)));

        JsonNode history = door.json("/api/v1/checks/web-1/front/history");

        assertThat(history.get("from").asString()).isEqualTo("2026-01-04T09:00:00Z");
        assertThat(history.get("series").get("unit").asString()).isEqualTo("s");
        assertThat(history.get("series").get("points").get(0).get("mean").asDouble())
                .isEqualTo(0.02);
        assertThat(history.get("series").get("points").get(1).has("mean")).isFalse();
        assertThat(history.get("states").get(0).get("state").asString()).isEqualTo("UP");
        assertThat(history.get("uptime").get("availability").asDouble()).isEqualTo(0.9);
        assertThat(history.get("metrics").findValuesAsString("name")).containsExactly("latency", "cert_days_left");
    }

    @ParameterizedTest
    @CsvSource({
        "from=-1h,                                                    2026-01-05T08:00:00Z 2026-01-05T09:00:00Z 300",
        "from=-1d12h&to=-12h&points=10,                               2026-01-03T21:00:00Z 2026-01-04T21:00:00Z 10",
        "from=2026-01-01T00:00:00Z&to=now,                            2026-01-01T00:00:00Z 2026-01-05T09:00:00Z 300",
        "from=2026-01-01T00:00:00%2B02:00&to=2026-01-02T00:00:00-01:00, 2025-12-31T22:00:00Z 2026-01-02T01:00:00Z 300",
        "from=2026-01-01T00:00:00+02:00,                              2025-12-31T22:00:00Z 2026-01-05T09:00:00Z 300"
    })
    void readsTimesInTheirUsualForms(String query, String asked) throws Exception {
        assertThat(door.get("/api/v1/checks/web-1/front/history?" + query).statusCode())
                .isEqualTo(200);

        assertThat(door.engine.told).containsExactly("series web-1/front latency " + asked);
    }

    @ParameterizedTest
    @CsvSource({
        "from, from=yesterday",
        "from, from=2026-01-01",
        "from, from=2026-01-01T00:00:00",
        "from, from=-24",
        "from, from=-999999w",
        "from, from=-999999w999999w999999w999999w",
        "from, from=%2B999999999-01-01T00:00:00Z",
        "from, from=1969-12-31T23:59:59Z",
        "from, from=now&to=-1h",
        "to, to=%00",
        "to, to=9999-12-31T23:59:59Z",
        "points, points=0",
        "points, points=5001",
        "points, points=-1",
        "points, points=1e3",
        "points, points=99999999999999999999",
        "metric, metric=nope",
        "metric, metric=%27%20OR%201=1",
        "points, points=1&points=2"
    })
    void namesTheParameterThatIsWrong(String parameter, String query) throws Exception {
        HttpResponse<String> response = door.get("/api/v1/checks/web-1/front/history?" + query);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(TestDoor.tree(response.body()).get("parameter").asString()).isEqualTo(parameter);
    }

    @Test
    void refusesAQueryThatIsNotEncodedWell() throws Exception {
        assertThat(door.raw("GET /api/v1/incidents?from=%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400");
    }

    @Test
    void listsOpenAndClosedIncidentsNewestFirst() throws Exception {
        door.engine.closed.add(resolved(5));
        door.engine.closed.add(resolved(3));

        JsonNode incidents = door.json("/api/v1/incidents?from=-30d").get("incidents");

        assertThat(incidents.findValuesAsString("id")).containsExactly("7", "5", "3");
        assertThat(incidents.get(0).get("open").asBoolean()).isTrue();
        assertThat(incidents.get(0).get("timeToDetectSeconds").asDouble()).isEqualTo(60);
        assertThat(incidents.get(1).get("timeToRepairSeconds").asDouble()).isEqualTo(600);
        assertThat(incidents.get(1).get("acknowledged").get("by").asString()).isEqualTo("anna");
        assertThat(door.json("/api/v1/incidents?limit=1").get("incidents").size())
                .isEqualTo(1);
        assertThat(door.json("/api/v1/incidents?from=-2d&to=-1d")
                        .get("incidents")
                        .findValuesAsString("id"))
                .doesNotContain("7");
        assertThat(door.get("/api/v1/incidents?limit=1001").statusCode()).isEqualTo(400);
    }

    @Test
    void showsAnIncidentWithItsTimeline() throws Exception {
        door.engine.closed.add(resolved(5));

        assertThat(door.json("/api/v1/incidents/7")
                        .get("timeline")
                        .get(0)
                        .get("text")
                        .asString())
                .isEqualTo("looking");
        assertThat(door.json("/api/v1/incidents/5").get("incident").get("open").asBoolean())
                .isFalse();
        assertThat(door.get("/api/v1/incidents/6").statusCode()).isEqualTo(404);
    }

    @Test
    void showsTheEngine() throws Exception {
        JsonNode engine = door.json("/api/v1/engine");

        assertThat(engine.get("lag").get("p99Seconds").asDouble()).isEqualTo(0.02);
        assertThat(engine.get("lanes").get("http").get("limit").asInt()).isEqualTo(100);
        assertThat(engine.get("states").get("DOWN").asInt()).isEqualTo(1);
        assertThat(engine.get("store").has("trouble")).isFalse();
        assertThat(engine.get("lifecycle").get(0).get("seconds").asDouble()).isEqualTo(0.012);
    }

    @ParameterizedTest
    @CsvSource({
        "run, run [web-1/front]",
        "diagnose, diagnose [web-1/front]",
        "pause, pause [web-1/front] by api",
        "resume, resume [web-1/front] by api"
    })
    void givesCommandsAboutChecks(String command, String told) throws Exception {
        HttpResponse<String> response =
                door.send(door.to("/api/v1/checks/web-1/front/" + command).POST(HttpRequest.BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(TestDoor.tree(response.body()).get("command").asString()).isEqualTo(command);
        assertThat(door.engine.told).containsExactly(told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "diagnose", "pause", "resume"})
    void refusesACommandAboutAnUnknownCheck(String command) throws Exception {
        assertThat(door.send(door.to("/api/v1/checks/web-1/nope/" + command).POST(HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(404);
        assertThat(door.engine.told).isEmpty();
    }

    @Test
    void acknowledgesAndAddsNotes() throws Exception {
        assertThat(door.post("/api/v1/incidents/7/acknowledge", "{}").statusCode())
                .isEqualTo(202);
        assertThat(door.post("/api/v1/incidents/7/acknowledge", "{\"note\":\" mine \"}")
                        .statusCode())
                .isEqualTo(202);
        assertThat(door.post("/api/v1/incidents/7/notes", "{\"text\":\"cable\\nreplaced ✓\"}")
                        .statusCode())
                .isEqualTo(202);

        assertThat(door.engine.told)
                .containsExactly(
                        "acknowledge 7 by api: ", "acknowledge 7 by api: mine", "note 7 by api: cable\nreplaced ✓");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "5",
                "{\"text\":5}",
                "{\"text\":\"\"}",
                "{\"text\":\"  \"}",
                "{}",
                "{\"text\":null}",
                "{\"text\":\"a\"",
                "{\"text\":\"a\"} x",
                "{\"text\":\"a\",\"text\":\"b\"}",
                "{\"text\":\"a\",\"by\":\"root\"}",
                "{\"text\":{\"a\":1}}",
                "{\"text\":\"\\u0007\"}",
                "{\"text\":\"\\u0000\"}",
                "{'text':'a'}",
                "\u0000"
            })
    void refusesANoteThatIsNotOne(String body) throws Exception {
        HttpResponse<String> response = door.post("/api/v1/incidents/7/notes", body);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.body()).doesNotContain("tools.jackson", "root");
        assertThat(door.engine.told).isEmpty();
    }

    @Test
    void refusesANoteThatIsTooLongOrNestedDeeply() throws Exception {
        String tooLong = "{\"text\":\"" + "a".repeat(CallerText.LONGEST_NOTE + 1) + "\"}";
        String deep = "[".repeat(20_000);

        assertThat(door.post("/api/v1/incidents/7/notes", tooLong).statusCode()).isEqualTo(400);
        assertThat(door.post("/api/v1/incidents/7/notes", deep).statusCode()).isEqualTo(400);
    }

    @Test
    void wantsJsonBodies() throws Exception {
        HttpRequest.Builder form = door.to("/api/v1/incidents/7/notes")
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("{\"text\":\"a\"}"));

        assertThat(door.send(form).statusCode()).isEqualTo(415);
        assertThat(door.engine.told).isEmpty();
    }

    @Test
    void refusesToAcknowledgeWhatIsOverOrUnknown() throws Exception {
        door.engine.closed.add(resolved(5));

        assertThat(door.post("/api/v1/incidents/5/acknowledge", "{}").statusCode())
                .isEqualTo(409);
        assertThat(door.post("/api/v1/incidents/6/acknowledge", "{}").statusCode())
                .isEqualTo(404);
        assertThat(door.post("/api/v1/incidents/5/notes", "{\"text\":\"afterthought\"}")
                        .statusCode())
                .isEqualTo(202);
    }

    private static Incident resolved(long id) {
        return new Incident(
                new IncidentId(id),
                Scene.WEB,
                Scene.NOW.minusSeconds(7_200),
                Scene.NOW.minusSeconds(7_100),
                Optional.of(new Incident.Acknowledgement(new Actor("anna"), Scene.NOW.minusSeconds(7_000))),
                Optional.of(Scene.NOW.minusSeconds(6_600)),
                Set.of(Scene.FRONT),
                "web-1 was down");
    }
}
