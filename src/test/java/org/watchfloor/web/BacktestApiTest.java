package org.watchfloor.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Rules that are tried on the past, and what is said of the rules in force. */
class BacktestApiTest {
    private static final String BACKTEST = "/api/v1/alert-rules/backtest";

    private TestDoor door;

    @BeforeEach
    void open() throws Exception {
        door = new TestDoor(TestDoor.settings(Optional.empty()), Limits.USUAL);
        door.engine.publish(AlertScene.usual());
    }

    @AfterEach
    void close() {
        door.engine.recordings.goOn();
        door.close();
    }

    @Test
    void triesASavedRule() throws Exception {
        JsonNode answer = ok("{\"rule\": \"slow\", \"since\": \"1d\"}");

        assertThat(answer.get("rule").get("id").asString()).isEqualTo("slow");
        assertThat(answer.get("fired").asInt()).isZero();
        assertThat(answer.get("record").get("checks").asInt()).isEqualTo(2);
        assertThat(answer.get("record").get("samples").asInt()).isGreaterThanOrEqualTo(1_440);
        assertThat(answer.has("difference")).isFalse();
    }

    @Test
    void triesADraftAgainstTheSavedRule() throws Exception {
        JsonNode answer = ok("""
                {"rule": "slow", "since": "1d", "firings": 3, "draft": "when: latency > 500ms\\nfor: 2m\\n"}
                """);

        assertThat(answer.get("fired").asInt()).isEqualTo(24);
        assertThat(answer.get("pagesPerWeek").asDouble()).isEqualTo(168);
        assertThat(answer.get("firings").size()).isEqualTo(3);
        JsonNode firing = answer.get("firings").get(2);
        assertThat(firing.get("subject").asString()).isEqualTo("web-1/front");
        assertThat(firing.get("since").asString()).isEqualTo("2026-01-05T08:00:00.900Z");
        assertThat(firing.get("from").asString()).isEqualTo("2026-01-05T08:02:00.900Z");
        assertThat(firing.get("to").asString()).isEqualTo("2026-01-05T08:05:00.100Z");
        assertThat(answer.get("difference").get("before").asInt()).isZero();
        assertThat(answer.get("difference").get("appearedCount").asInt()).isEqualTo(24);
        assertThat(answer.get("suggestion").get("why").asString()).isNotEmpty();
    }

    @Test
    void takesAWholeSectionAsADraft() throws Exception {
        JsonNode answer = ok("""
                {"since": "1d", "draft": "alerts:\\n  fresh: { when: latency > 500ms }\\n"}
                """);

        assertThat(answer.get("rule").get("id").asString()).isEqualTo("fresh");
        assertThat(answer.get("fired").asInt()).isEqualTo(24);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"rule\": \"nope\"} | 404 | there is no such alert rule",
                "{} | 404 | there is no such alert rule",
                "{\"rule\": \"slow\", \"since\": \"yesterday\"} | 400 | must be a length of time",
                "{\"rule\": \"slow\", \"firings\": 20000} | 400 | from 0 to 10000",
                "{\"rule\": \"slow\", \"draft\": \"when: latncy >\"} | 400 | draft:1:",
                "{\"draft\": \"when: latency > 1s\"} | 400 | the draft has no id"
            })
    void saysWhatIsWrongWithTheQuestion(String body, int status, String said) throws Exception {
        HttpResponse<String> response = door.post(BACKTEST, body);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).contains(said);
    }

    @Test
    void triesOneAtATime() throws Exception {
        door.engine.recordings.holdUp();
        CompletableFuture<HttpResponse<String>> first =
                CompletableFuture.supplyAsync(() -> post("{\"rule\": \"slow\"}"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> post("{\"rule\": \"slow\", \"since\": \"1h\"}").statusCode() == 409);

        door.engine.recordings.goOn();

        assertThat(first.get(10, TimeUnit.SECONDS).statusCode()).isIn(200, 409);
    }

    @Test
    void saysWhichRulesDoMoreHarmThanGood() throws Exception {
        JsonNode answer = door.json("/api/v1/alert-rules/hygiene?from=-30d");

        assertThat(answer.get("findings").valueStream()).anySatisfy(finding -> {
            assertThat(finding.get("rule").asString()).isEqualTo("slow");
            assertThat(finding.get("kind").asString()).isEqualTo("DEAD");
            assertThat(finding.get("why").asString()).isEqualTo("it has not fired in 30 days, over 2 checks");
            assertThat(finding.get("remedy").get("kind").asString()).isEqualTo("switch-off");
            assertThat(finding.get("remedy").get("text").asString()).isEqualTo("Switch it off");
        });
    }

    private HttpResponse<String> post(String body) {
        try {
            return door.post(BACKTEST, body);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode ok(String body) throws Exception {
        HttpResponse<String> response = door.post(BACKTEST, body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return TestDoor.tree(response.body());
    }
}
