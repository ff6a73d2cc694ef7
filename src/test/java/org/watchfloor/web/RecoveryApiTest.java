package org.watchfloor.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What programs are told of failures and of what was done about them. */
class RecoveryApiTest {
    private TestDoor door;

    @BeforeEach
    void open() throws Exception {
        door = new TestDoor();
        door.engine.recovery.knows(RecoveryScene.lasting(), RecoveryScene.over());
        door.engine.recovery.knows(RecoveryScene.running(), RecoveryScene.ended());
        door.engine.recovery.knows(RecoveryScene.steps());
    }

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void listsFailuresNewestFirst() throws Exception {
        JsonNode failures = door.json("/api/v1/failures").get("failures");

        assertThat(failures.findValuesAsString("id")).containsExactly("2", "1");
        JsonNode over = failures.get(1);
        assertThat(over.propertyNames())
                .containsExactly(
                        "id",
                        "at",
                        "type",
                        "category",
                        "severity",
                        "check",
                        "host",
                        "services",
                        "message",
                        "context",
                        "detection",
                        "incident",
                        "ended");
        assertThat(over.get("at").asString()).isEqualTo("2026-01-05T08:50:00Z");
        assertThat(over.get("type").asString()).isEqualTo("CONNECTION_REFUSED");
        assertThat(over.get("category").asString()).isEqualTo("INTERNAL_SERVICE");
        assertThat(over.get("severity").asString()).isEqualTo("HIGH");
        assertThat(over.get("check").asString()).isEqualTo("web-1/front");
        assertThat(over.get("host").asString()).isEqualTo("web-1");
        assertThat(over.get("services").toString()).isEqualTo("[\"shop\",\"pay\"]");
        assertThat(over.get("context").get(0).get("name").asString()).isEqualTo("remote address");
        assertThat(over.get("context").get(0).get("value").asString()).isEqualTo("192.0.2.1:443");
        assertThat(over.get("detection").asString()).isEqualTo("THRESHOLD");
        assertThat(over.get("incident").asLong()).isEqualTo(7);
        assertThat(over.get("ended").get("at").asString()).isEqualTo("2026-01-05T08:51:30Z");
        assertThat(over.get("ended").get("by").asString()).isEqualTo("action 3");
    }

    @Test
    void leavesOutOfAFailureWhatIsNotKnown() throws Exception {
        JsonNode lasting = door.json("/api/v1/failures").get("failures").get(0);

        assertThat(lasting.has("incident")).isFalse();
        assertThat(lasting.has("ended")).isFalse();
        assertThat(lasting.get("message").asString()).isEqualTo(RecoveryScene.HOSTILE);
    }

    @Test
    void listsActionsNewestFirst() throws Exception {
        JsonNode actions = door.json("/api/v1/actions").get("actions");

        assertThat(actions.findValuesAsString("id")).containsExactly("4", "3");
        JsonNode ended = actions.get(1);
        assertThat(ended.propertyNames())
                .containsExactly(
                        "id",
                        "runbook",
                        "title",
                        "check",
                        "host",
                        "by",
                        "parameters",
                        "status",
                        "said",
                        "asked",
                        "ended",
                        "duration");
        assertThat(ended.get("runbook").asString()).isEqualTo("restart-web");
        assertThat(ended.get("title").asString()).isEqualTo("Restart the web server");
        assertThat(ended.get("check").asString()).isEqualTo("web-1/front");
        assertThat(ended.get("host").asString()).isEqualTo("web-1");
        assertThat(ended.get("by").asString()).isEqualTo("failure 1");
        assertThat(ended.get("parameters").toString()).isEqualTo("{\"force\":\"no\",\"unit\":\"nginx.service\"}");
        assertThat(ended.get("status").asString()).isEqualTo("succeeded");
        assertThat(ended.get("said").asString()).isEqualTo("front is green");
        assertThat(ended.get("asked").asString()).isEqualTo("2026-01-05T08:50:00Z");
        assertThat(ended.get("ended").asString()).isEqualTo("2026-01-05T08:50:01.500Z");
        assertThat(ended.get("duration").asDouble()).isEqualTo(1.5);
    }

    @Test
    void leavesOutOfAnActionThatRunsWhenItEnded() throws Exception {
        JsonNode running = door.json("/api/v1/actions").get("actions").get(0);

        assertThat(running.get("by").asString()).isEqualTo("mara");
        assertThat(running.get("status").asString()).isEqualTo("in_progress");
        assertThat(running.has("ended")).isFalse();
        assertThat(running.has("duration")).isFalse();
    }

    @Test
    void showsAnActionWithItsStepsAndWhatTheyPrinted() throws Exception {
        JsonNode answer = door.json("/api/v1/actions/3");

        assertThat(answer.get("action").get("id").asLong()).isEqualTo(3);
        JsonNode steps = answer.get("steps");
        assertThat(steps).hasSize(2);
        assertThat(steps.get(0).propertyNames())
                .containsExactly("part", "index", "title", "kind", "begun", "ended", "outcome", "message", "output");
        assertThat(steps.get(0).get("part").asString()).isEqualTo("STEPS");
        assertThat(steps.get(0).get("title").asString()).isEqualTo("restart {{unit}}");
        assertThat(steps.get(0).get("kind").asString()).isEqualTo("restart");
        assertThat(steps.get(0).get("begun").asString()).isEqualTo("2026-01-05T08:50:00Z");
        assertThat(steps.get(0).get("ended").asString()).isEqualTo("2026-01-05T08:50:01Z");
        assertThat(steps.get(0).get("outcome").asString()).isEqualTo("FAILED");
        assertThat(steps.get(0).get("message").asString()).isEqualTo("exit code 3");
        assertThat(steps.get(0).get("output").asString()).isEqualTo(RecoveryScene.HOSTILE);
        assertThat(steps.get(1).get("index").asInt()).isEqualTo(1);
        assertThat(steps.get(1).has("output")).isFalse();
    }

    @Test
    void tellsOfAStepThatIsUnderWayOnlyThatItBegan() throws Exception {
        JsonNode step = door.json("/api/v1/actions/4").get("steps").get(0);

        assertThat(step.propertyNames()).containsExactly("part", "index", "title", "kind", "begun");
    }

    @ParameterizedTest
    @ValueSource(strings = {"99", "0", "-1", "nope", "%2e%2e", "%3Cb%3E", "9999999999999999999", "3%20"})
    void knowsNoOtherAction(String id) throws Exception {
        HttpResponse<String> response = door.get("/api/v1/actions/" + id);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(TestDoor.tree(response.body()).get("detail").asString()).startsWith("there is no");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "failures | 2025-12-29T09:00:00Z 2026-01-05T09:00:00Z 100",
                "failures?limit=1000 | 2025-12-29T09:00:00Z 2026-01-05T09:00:00Z 1000",
                "failures?from=-1h&to=-5m&limit=1 | 2026-01-05T08:00:00Z 2026-01-05T08:55:00Z 1",
                "actions | 2025-12-29T09:00:00Z 2026-01-05T09:00:00Z 100",
                "actions?from=2026-01-01T01:00:00%2B01:00 | 2026-01-01T00:00:00Z 2026-01-05T09:00:00Z 100",
                "actions?from=-1h&to=-5m&limit=1 | 2026-01-05T08:00:00Z 2026-01-05T08:55:00Z 1"
            })
    void looksIntoTheSpanThatWasAskedFor(String question, String span) throws Exception {
        door.json("/api/v1/" + question);

        String what = question.replaceAll("\\?.*", "");
        assertThat(door.engine.recovery.asked()).containsExactly(what + " " + span);
    }

    @ParameterizedTest
    @CsvSource({
        "from=tomorrow, from",
        "from=now&to=-1h, from",
        "to=x, to",
        "limit=0, limit",
        "limit=1001, limit",
        "limit=-1, limit",
        "limit=1e3, limit",
        "limit=1&limit=2, limit"
    })
    void namesWhatIsWrongInAQuestion(String query, String parameter) throws Exception {
        for (String what : new String[] {"failures?", "actions?"}) {
            HttpResponse<String> response = door.get("/api/v1/" + what + query);

            assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
            assertThat(TestDoor.tree(response.body()).get("parameter").asString())
                    .isEqualTo(parameter);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"failures", "actions", "actions/3"})
    void saysSoIfTheStoreFails(String path) throws Exception {
        door.engine.recovery.fails(new IllegalStateException("disk"));

        HttpResponse<String> response = door.get("/api/v1/" + path);

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body()).doesNotContain("disk");
    }

    @ParameterizedTest
    @ValueSource(strings = {"failures", "actions", "actions/3"})
    void isGuardedAndOnlyRead(String path, @TempDir Path directory) throws Exception {
        assertThat(door.post("/api/v1/" + path, "{}").statusCode()).isEqualTo(path.equals("failures") ? 403 : 405);
        try (TestDoor locked = TestDoor.withToken(directory)) {
            assertThat(locked.get("/api/v1/" + path).statusCode()).isEqualTo(401);
            assertThat(locked.engine.recovery.asked()).isEmpty();
        }
    }
}
