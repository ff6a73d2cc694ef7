package org.watchfloor.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What programs are told of breakers and can do with them. */
class GateApiTest {
    private TestDoor door;

    @BeforeEach
    void open() throws Exception {
        door = new TestDoor();
        door.engine.publish(GateScene.usual());
        door.engine.gates.knows(GateScene.moves());
    }

    @AfterEach
    void close() {
        door.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | OPEN web-1, FORCED_OPEN mail, CLOSED chat",
                "?state=open | OPEN web-1",
                "?state=FORCED_OPEN | FORCED_OPEN mail",
                "?kind=channel | FORCED_OPEN mail, CLOSED chat",
                "?kind=channel&state=open | ''"
            })
    void listsThemWorstFirst(String query, String expected) throws Exception {
        JsonNode breakers = door.json("/api/v1/breakers" + query).get("breakers");

        assertThat(String.join(
                        ", ",
                        StreamSupport.stream(breakers.spliterator(), false)
                                .map(one -> one.get("state").asString() + " "
                                        + one.get("name").asString())
                                .toList()))
                .isEqualTo(expected);
    }

    @Test
    void tellsAllOfOneAndHowItMoved() throws Exception {
        JsonNode answer = door.json("/api/v1/breakers/host/web-1");

        JsonNode breaker = answer.get("breaker");
        assertThat(breaker.get("since").asString()).isEqualTo("2026-01-05T08:50:05Z");
        assertThat(breaker.get("until").asString()).isEqualTo("2026-01-05T08:51:05Z");
        assertThat(breaker.get("why").asString()).isEqualTo("5 failures in a row");
        assertThat(breaker.get("policy").asString())
                .isEqualTo("opens after 5 failures in a row, tries again after 60 s, closes after 2 successes");
        assertThat(breaker.get("calls").get("total").asInt()).isEqualTo(6);
        assertThat(breaker.get("calls").get("timedOut").asInt()).isEqualTo(1);
        assertThat(breaker.get("calls").get("errorShare").asDouble()).isBetween(0.83, 0.84);
        assertThat(answer.get("moves")).hasSize(1);
        assertThat(answer.get("moves").get(0).get("state").asString()).isEqualTo("OPEN");
        assertThat(answer.get("moves").get(0).has("by")).isFalse();
        assertThat(door.json("/api/v1/breakers/channel/mail")
                        .get("moves")
                        .get(0)
                        .get("by")
                        .asString())
                .isEqualTo("mara");
    }

    @Test
    void leavesOutWhatIsNotKnown() throws Exception {
        JsonNode breaker = door.json("/api/v1/breakers/CHANNEL/chat").get("breaker");

        assertThat(breaker.has("until")).isFalse();
        assertThat(breaker.has("why")).isFalse();
        assertThat(breaker.get("calls").has("errorShare")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "host/web-1/force-open, FORCED_OPEN host:web-1",
        "host/web-1/reset, OFF host:web-1",
        "channel/mail/disable, DISABLED channel:mail",
        "channel/chat/metrics-only, METRICS_ONLY channel:chat"
    })
    void givesCommands(String path, String told) throws Exception {
        HttpResponse<String> response = door.post("/api/v1/breakers/" + path, "{\"reason\":\" new disk \"}");

        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        assertThat(path).endsWith(TestDoor.tree(response.body()).get("command").asString());
        assertThat(door.engine.gates.told()).containsExactly(told + " by api: new disk");
    }

    @Test
    void remembersWhoGaveTheCommand() throws Exception {
        door.post("/api/v1/breakers/host/web-1/reset", "{\"reason\":\"mended\",\"by\":\"mara\"}");

        assertThat(door.engine.gates.told()).containsExactly("OFF host:web-1 by mara: mended");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "reason | {}",
                "reason | {'reason':' '}",
                "reason | {'reason':'\\u0007'}",
                "by | {'reason':'x','by':''}",
                "until | {'reason':'x','until':'now'}"
            })
    void namesWhatIsWrongInABody(String parameter, String body) throws Exception {
        HttpResponse<String> response = door.post("/api/v1/breakers/host/web-1/force-open", body.replace('\'', '"'));

        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(TestDoor.tree(response.body()).get("parameter").asString()).isEqualTo(parameter);
        assertThat(door.engine.gates.told()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"host/nope", "ssh/web-2", "nothing/web-1", "host/%2e%2e", "host/%3Cb%3E"})
    void knowsNoOthers(String path) throws Exception {
        HttpResponse<String> response = door.get("/api/v1/breakers/" + path);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(door.post("/api/v1/breakers/" + path + "/reset", "{\"reason\":\"x\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(door.engine.gates.told()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"?state=ajar, state", "?kind=door, kind", "/host/web-1?from=tomorrow, from"})
    void namesWhatIsWrongInAQuestion(String question, String parameter) throws Exception {
        HttpResponse<String> response = door.get("/api/v1/breakers" + question);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(TestDoor.tree(response.body()).get("parameter").asString()).isEqualTo(parameter);
    }

    @Test
    void saysSoIfTheStoreFails() throws Exception {
        door.engine.gates.fails(CompletableFuture.failedFuture(new IllegalStateException("disk")));

        assertThat(door.get("/api/v1/breakers/host/web-1").statusCode()).isEqualTo(503);
    }

    @Test
    void isGuardedLikeAllElse(@TempDir Path directory) throws Exception {
        try (TestDoor locked = TestDoor.withToken(directory)) {
            locked.engine.publish(GateScene.usual());

            assertThat(locked.get("/api/v1/breakers").statusCode()).isEqualTo(401);
            assertThat(locked.post("/api/v1/breakers/host/web-1/reset", "{\"reason\":\"x\"}")
                            .statusCode())
                    .isEqualTo(401);
            assertThat(locked.engine.gates.told()).isEmpty();
        }
    }
}
