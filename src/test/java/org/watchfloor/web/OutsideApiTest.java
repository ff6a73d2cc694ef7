package org.watchfloor.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.watchfloor.engine.EngineState;
import org.watchfloor.engine.Snapshot;

/** What other programs may post as alerts, and what they may not. */
class OutsideApiTest {
    private static final String WEBHOOK = "/api/v1/alertmanager";
    private static final String ALERTS = "/api/v2/alerts";

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
    void takesTheWebhookOfAnAlertmanager() throws Exception {
        HttpResponse<String> response = door.post(WEBHOOK, """
                {"receiver":"floor","status":"firing","alerts":[
                  {"status":"firing","labels":{"alertname":"Slow","instance":"api-1","severity":"page"},
                   "annotations":{"summary":"slow"},"startsAt":"2026-01-05T08:59:00.123456789+01:00",
                   "endsAt":"0001-01-01T00:00:00Z","generatorURL":"http://prom:9090/graph?g0","fingerprint":"c1d2"},
                  {"status":"resolved","labels":{"alertname":"Full"},"annotations":{},
                   "startsAt":"2026-01-05T08:00:00Z","endsAt":"2099-01-01T00:00:00Z","generatorURL":"","fingerprint":"d"}],
                 "groupLabels":{},"commonLabels":{},"commonAnnotations":{},"externalURL":"http://am:9093",
                 "version":"4","groupKey":"{}:{}","truncatedAlerts":0,"notification_reason":"new"}
                """);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(TestDoor.tree(response.body()).get("taken").asInt()).isEqualTo(2);
        assertThat(door.engine.alerts.told())
                .containsExactly(
                        "report alertname=\"Slow\", instance=\"api-1\", severity=\"page\""
                                + " by Alertmanager at http://am:9093, its receiver floor",
                        "report alertname=\"Full\" by Alertmanager at http://am:9093, its receiver floor");
    }

    @Test
    void takesWhatPrometheusPosts() throws Exception {
        HttpResponse<String> response = door.post(ALERTS, """
                [{"annotations":{"summary":"slow"},"endsAt":"2026-01-05T09:04:00.000Z","startsAt":"2026-01-05T08:59:00.000Z",
                  "generatorURL":"http://prom:9090/graph","labels":{"alertname":"Slow"}},
                 {"labels":{"alertname":"Full"},"startsAt":null,"annotations":null}]
                """);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(door.engine.alerts.told())
                .containsExactly(
                        "report alertname=\"Slow\" by a program at 127.0.0.1",
                        "report alertname=\"Full\" by a program at 127.0.0.1");
    }

    @Test
    void takesTheGoodOnesAndSaysWhatIsWrongWithTheOthers() throws Exception {
        HttpResponse<String> response = door.post(
                ALERTS, "[{\"labels\":{}},{\"labels\":{\"alertname\":\"Slow\"}},{\"labels\":{\"\":\"secret\"}}]");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(TestDoor.tree(response.body()).get("detail").asString())
                .startsWith("1 taken, 2 not: alert 1 has no labels; alert 3 has a label whose name is empty")
                .doesNotContain("secret");
        assertThat(door.engine.alerts.told()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/alertmanager | {'version':'3','alerts':[]} | version",
                "/api/v1/alertmanager | {'alerts':[]} | version",
                "/api/v1/alertmanager | {'version':'4'} | alerts",
                "/api/v1/alertmanager | {'version':'4','alerts':[null]} | alerts",
                "/api/v1/alertmanager | {'version':'4','alerts':[{'labels':{'a':'b'}}]} | status",
                "/api/v1/alertmanager | {'version':'4','alerts':[{'status':'maybe','labels':{'a':'b'}}]} | status",
                "/api/v1/alertmanager | {'version':'4','alerts':[{'status':'firing','startsAt':'now'}]} | startsAt",
                "/api/v2/alerts | [{'labels':{'a':'b'},'startsAt':'yesterday'}] | startsAt",
                "/api/v2/alerts | [{'labels':{'a':'b'},'endsAt':'2026-13-01T00:00:00Z'}] | endsAt"
            })
    void namesWhatIsWrong(String path, String body, String parameter) throws Exception {
        HttpResponse<String> response = door.post(path, body.replace('\'', '"'));

        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(TestDoor.tree(response.body()).get("parameter").asString()).isEqualTo(parameter);
        assertThat(door.engine.alerts.told()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{}",
                "[null]",
                "[1]",
                "[{\"labels\":{\"a\":1}}]",
                "[{\"labels\":{\"a\":[\"b\"]}}]",
                "[{\"labels\":[]}]",
                "[{\"labels\":{\"a\":\"b\",\"a\":\"c\"}}]",
                "[{\"labels\":{\"a\":\"b\"}}",
                "[{\"labels\":{\"a\":\"b\"}}] []",
                "[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]",
                ""
            })
    void refusesWhatIsNoListOfAlerts(String body) throws Exception {
        HttpResponse<String> response = door.post(ALERTS, body);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(door.engine.alerts.told()).isEmpty();
    }

    @Test
    void takesLargerBodiesThanCommandsButNotAnySize() throws Exception {
        String many = IntStream.range(0, OutsideEndpoints.MOST_ALERTS)
                .mapToObj(
                        number -> "{\"labels\":{\"alertname\":\"Slow\",\"pad\":\"" + "x".repeat(200) + number + "\"}}")
                .collect(Collectors.joining(","));

        assertThat(door.post(ALERTS, "[" + many + "]").statusCode()).isEqualTo(200);
        assertThat(door.engine.alerts.told()).hasSize(OutsideEndpoints.MOST_ALERTS);
        HttpResponse<String> tooMany = door.post(ALERTS, "[" + many + ",{\"labels\":{\"a\":\"b\"}}]");
        assertThat(tooMany.statusCode()).isEqualTo(413);
        assertThat(tooMany.body()).contains("more than 1000 alerts");
        assertThat(door.raw(announced(ALERTS, Call.LARGEST_DOCUMENT + 1)))
                .startsWith("HTTP/1.1 413")
                .contains("larger than 1048576 bytes");
        assertThat(door.raw(announced("/api/v1/alerts/12/comment", Call.LARGEST_BODY + 1)))
                .startsWith("HTTP/1.1 413");
    }

    @Test
    void saysWhenThereIsNoRoom() throws Exception {
        door.engine.alerts.leaves(1);

        HttpResponse<String> response = door.post(ALERTS, "[{\"labels\":{\"a\":\"1\"}},{\"labels\":{\"a\":\"2\"}}]");

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.headers().firstValue("Retry-After")).hasValue("60");
        assertThat(TestDoor.tree(response.body()).get("detail").asString())
                .isEqualTo("1 taken, 1 not, because 1000 alerts from outside are alive already");
    }

    @Test
    void takesNothingBeforeAConfigurationIsInForce() throws Exception {
        door.engine.publish(nothingConfigured());

        HttpResponse<String> response = door.post(ALERTS, "[{\"labels\":{\"a\":\"1\"}}]");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(door.engine.alerts.told()).isEmpty();
    }

    @Test
    void isGuardedLikeAllElse(@TempDir Path directory) throws Exception {
        HttpRequest.Builder foreign = door.to(WEBHOOK)
                .header("Origin", "https://evil.example")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"version\":\"4\",\"alerts\":[]}"));
        assertThat(door.send(foreign).statusCode()).isEqualTo(403);
        assertThat(door.get(ALERTS).statusCode()).isEqualTo(405);
        HttpRequest.Builder untyped = door.to(ALERTS).POST(HttpRequest.BodyPublishers.ofString("[]"));
        assertThat(door.send(untyped).statusCode()).isEqualTo(415);

        try (TestDoor locked = TestDoor.withToken(directory)) {
            assertThat(locked.post(ALERTS, "[]").statusCode()).isEqualTo(401);
            HttpRequest.Builder known = locked.to(ALERTS)
                    .header("Authorization", "Bearer " + TestDoor.TOKEN)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("[]"));
            assertThat(locked.send(known).statusCode()).isEqualTo(200);
        }
    }

    private static String announced(String path, int length) {
        return String.join(
                "\r\n",
                "POST " + path + " HTTP/1.1",
                "Host: localhost",
                "Content-Type: application/json",
                "Content-Length: " + length,
                "Connection: close",
                "",
                "");
    }

    private static Snapshot nothingConfigured() {
        Snapshot from = Scene.small();
        return new Snapshot(
                2,
                from.at(),
                EngineState.empty(Scene.NOW),
                from.all(),
                from.hosts(),
                from.groups(),
                from.services(),
                from.figures());
    }
}
