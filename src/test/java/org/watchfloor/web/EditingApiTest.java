package org.watchfloor.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Programs make, change and delete rules, silences and maintenance, in real files. */
class EditingApiTest {
    private static final String BY_HAND = """
            alerts:
              by-hand: { when: "latency > 5s" }
            silences:
              cable: { match: ['host="web-1"'], from: 2026-01-05T08:00, until: 2026-01-05T10:00 }
            maintenance:
              now: { from: 2026-01-05T08:30, to: 2026-01-05T09:30, hosts: [web-1] }
            """;

    @TempDir
    private Path config;

    private TestDoor door;

    @BeforeEach
    void open() throws Exception {
        Files.writeString(config.resolve("site.yaml"), BY_HAND);
        door = new TestDoor(TestDoor.settings(Optional.empty()), Limits.USUAL, config);
        door.engine.publish(AlertScene.usual());
    }

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void makesChangesAndDeletesARule() throws Exception {
        HttpResponse<String> made = post("alert-rules", """
                {"id":"slow-shop","by":"mara","when":"latency > 500ms","for":"5m","enabled":true,
                 "on":{"hosts":["web-*"]},"levels":{"critical":"latency > 5s"}}
                """);
        HttpResponse<String> changed = put("alert-rules/slow-shop", "{\"when\":\"latency > 1s\"}");
        String afterChange = written();
        HttpResponse<String> deleted = delete("alert-rules/slow-shop?by=mara");

        assertThat(made.statusCode()).as(made.body()).isEqualTo(202);
        JsonNode entry = TestDoor.tree(made.body()).get("written").get(0);
        assertThat(entry.get("entry").asString()).isEqualTo("alerts/slow-shop");
        assertThat(entry.get("place").asString()).startsWith("console.yaml:");
        assertThat(entry.get("written").get("on").get("hosts").get(0).asString())
                .isEqualTo("web-*");
        assertThat(changed.statusCode()).isEqualTo(202);
        assertThat(afterChange).contains("when: latency > 1s").doesNotContain("500ms", "mara");
        assertThat(TestDoor.tree(deleted.body()).get("removed").get(0).asString())
                .isEqualTo("alerts/slow-shop");
        assertThat(written()).doesNotContain("slow-shop");
    }

    @Test
    void saysWhatIsWrongInADraftWithOffsetsAndChangesNothing() throws Exception {
        String draft = "{\"id\":\"slow-shop\",\"when\":\"latency > 5s and stat == DOWN\",\"severty\":\"low\"}";

        HttpResponse<String> refused = post("alert-rules", draft);
        HttpResponse<String> tried = post("alert-rules?dry-run", draft);
        HttpResponse<String> good = post("alert-rules?dry-run=true", "{\"id\":\"ok\",\"when\":\"latency > 5s\"}");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(tried.statusCode()).isEqualTo(200);
        JsonNode problems = TestDoor.tree(tried.body()).get("problems");
        assertThat(TestDoor.tree(refused.body()).get("problems")).isEqualTo(problems);
        assertThat(problems.get(0).get("path").asString()).isEqualTo("when");
        assertThat(problems.get(0).get("offset").asInt()).isEqualTo(25);
        assertThat(problems.get(0).get("mend").asString()).isNotEmpty();
        assertThat(problems.get(1).get("path").asString()).isEqualTo("severty");
        assertThat(TestDoor.tree(good.body()).get("valid").asBoolean()).isTrue();
        assertThat(written()).isEmpty();
    }

    @Test
    void losesNoEditOfSomebodyElse() throws Exception {
        String etag = post("alert-rules", "{\"id\":\"down\",\"enabled\":false}")
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        HttpResponse<String> first = conditional("alert-rules/down", "{\"severity\":\"low\"}", etag);
        HttpResponse<String> second = conditional("alert-rules/down", "{\"severity\":\"info\"}", etag);

        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(second.statusCode()).isEqualTo(412);
        assertThat(TestDoor.tree(second.body()).get("detail").asString()).contains("changed by somebody else");
        assertThat(conditional("alert-rules/down", "{}", "rubbish").statusCode())
                .isEqualTo(400);
        assertThat(written()).contains("severity: low");
    }

    @Test
    void givesTheRevisionWithWhatIsWritten() throws Exception {
        String etag = post("alert-rules", "{\"id\":\"slow\",\"when\":\"latency > 2s\"}")
                .headers()
                .firstValue("ETag")
                .orElseThrow();

        HttpResponse<String> rule = door.get("/api/v1/alert-rules/slow");

        assertThat(rule.headers().firstValue("ETag")).hasValue(etag);
        assertThat(TestDoor.tree(rule.body())
                        .get("written")
                        .get("written")
                        .get("when")
                        .asString())
                .isEqualTo("latency > 2s");
    }

    @ParameterizedTest
    @CsvSource({
        "alert-rules, by-hand, site.yaml:2:3",
        "silences, cable, site.yaml:4:3",
        "maintenance, now, site.yaml:6:3"
    })
    void namesThePlaceOfWhatIsWrittenByHand(String section, String id, String place) throws Exception {
        for (HttpResponse<String> response : List.of(put(section + "/" + id, "{}"), delete(section + "/" + id))) {
            assertThat(response.statusCode()).isEqualTo(409);
            assertThat(TestDoor.tree(response.body()).get("detail").asString()).contains(place);
        }
        assertThat(Files.readString(config.resolve("site.yaml"))).isEqualTo(BY_HAND);
        assertThat(written()).isEmpty();
    }

    @Test
    void makesASilenceThatBeginsNowAndLastsForATime() throws Exception {
        HttpResponse<String> made = post("silences", """
                {"match":["host=~\\"web-.*\\""],"for":"2h","by":"mara","reason":"new disk"}
                """);

        JsonNode entry = TestDoor.tree(made.body()).get("written").get(0);
        assertThat(entry.get("entry").asString()).isEqualTo("silences/silence-20260105-090000-000");
        JsonNode silence = entry.get("written");
        assertThat(silence.get("from").asString()).isEqualTo("2026-01-05T09:00:00Z");
        assertThat(silence.get("until").asString()).isEqualTo("2026-01-05T11:00:00Z");
        assertThat(silence.get("author").asString()).isEqualTo("mara");
        assertThat(silence.get("match").get(0).asString()).isEqualTo("host=~\"web-.*\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'for':'2h'} | 422 | matches everything",
                "{'match':'rubbish','for':'2h'} | 422 | is not a matcher",
                "{'match':'a=b'} | 422 | is missing",
                "{'match':'a=b','for':'400d'} | 400 | at most 366d",
                "{'match':'a=b','for':'1h','until':'2026-01-06T00:00:00Z'} | 400 | not both",
                "{'match':'a=b','until':'2026-01-05T08:00:00Z'} | 422 | ends before it begins",
                "{'match':'a=b','for':'1h','id':'../x'} | 400 | letters, digits",
                "{'match':null,'for':'1h'} | 400 | must have a value",
                "{'match':'a=b','for':'1h','reason':'\\u0000'} | 400 | control characters",
                "{'match':'a=b','for':'1h','reason':'\\ud800'} | 400 | control characters",
                "{'match':'a=b','match':'c=d','for':'1h'} | 400 | not valid JSON",
                "[] | 400 | not of the form"
            })
    void refusesSilencesThatAreWrong(String body, int status, String words) throws Exception {
        HttpResponse<String> response = post("silences", body.replace('\'', '"'));

        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.body()).contains(words);
        assertThat(written()).isEmpty();
    }

    @Test
    void endsAndExtendsASilence() throws Exception {
        Files.writeString(config.resolve("site.yaml"), "alerts: {}\n");
        for (String id : new String[] {"cable", "later"}) {
            post("silences", """
                    {"id":"%s","match":"host=web-1","from":"2026-01-05T08:00:00Z","until":"2026-01-05T10:00:00Z"}
                    """.formatted(id));
        }

        HttpResponse<String> extended = post("silences/cable/extend", "{\"for\":\"1d\",\"by\":\"noor\"}");
        HttpResponse<String> ended = post("silences/cable/expire", "{}");
        HttpResponse<String> neverBegun = post("silences/later/expire", "{}");

        assertThat(until(extended)).isEqualTo("2026-01-06T10:00:00Z");
        assertThat(until(ended)).isEqualTo("2026-01-05T09:00:00Z");
        assertThat(TestDoor.tree(neverBegun.body()).get("removed").get(0).asString())
                .isEqualTo("silences/later");
        assertThat(post("silences/nope/expire", "{}").statusCode()).isEqualTo(404);
        assertThat(post("silences/cable/extend", "{}").statusCode()).isEqualTo(400);
    }

    @Test
    void saysWhatASilenceMutesNowWouldHaveMutedAndHasMuted() throws Exception {
        JsonNode detail = door.json("/api/v1/silences/cable");
        JsonNode preview = TestDoor.tree(
                post("silences/preview", "{\"match\":[\"host=\\\"web-1\\\"\"]}").body());

        assertThat(detail.get("silence").get("id").asString()).isEqualTo("cable");
        assertThat(detail.get("preview").get("now").get(0).asInt()).isEqualTo(12);
        assertThat(detail.get("preview").get("past").get("alerts").asInt()).isEqualTo(14);
        assertThat(detail.get("soFar").get("alerts").asInt()).isEqualTo(2);
        assertThat(detail.get("soFar").get("newest").get(0).asInt()).isEqualTo(12);
        assertThat(detail.get("written").get("place").asString()).isEqualTo("site.yaml:4:3");
        assertThat(preview.get("now").get(0).asInt()).isEqualTo(12);
        assertThat(preview.get("past").get("notSent").asInt()).isEqualTo(9);
        assertThat(preview.get("past").get("shorter").asInt()).isEqualTo(3);
        assertThat(door.engine.silences.asked())
                .containsExactly(
                        "cable from 2026-01-05T08:00:00Z to 2026-01-05T09:00:00Z",
                        "host=\"web-1\" since 2025-12-06T09:00:00Z",
                        "host=\"web-1\" since 2025-12-06T09:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"match\":[]}", "{\"match\":[\"x\"]}", "{\"match\":[\"a=~\\\"(\\\"\"]}"})
    void previewsNothingForWhatIsNoMatcher(String body) throws Exception {
        assertThat(post("silences/preview", body).statusCode()).isEqualTo(400);
    }

    @Test
    void makesMaintenanceAndShowsItsNextOccurrences() throws Exception {
        HttpResponse<String> made = post("maintenance", """
                {"id":"patch-day","title":"Patch day","rrule":"FREQ=MONTHLY;BYDAY=2TU","from":"2026-01-01T22:00",
                 "lasts":"4h","zone":"Europe/Berlin","tags":["prod"]}
                """);
        HttpResponse<String> wrong = post("maintenance", "{\"id\":\"w\",\"rrule\":\"FREQ=SOMETIMES\",\"from\":\"x\"}");

        assertThat(made.statusCode()).as(made.body()).isEqualTo(202);
        assertThat(wrong.statusCode()).isEqualTo(422);
        JsonNode weekly = door.json("/api/v1/maintenance/weekly");
        assertThat(weekly.get("next").size()).isEqualTo(20);
        assertThat(weekly.get("next").get(0).get("from").asString()).isEqualTo("2026-01-09T22:00:00Z");
        assertThat(weekly.has("written")).isFalse();
        assertThat(door.json("/api/v1/maintenance/now")
                        .get("written")
                        .get("place")
                        .asString())
                .isEqualTo("site.yaml:6:3");
        assertThat(door.get("/api/v1/maintenance/nope").statusCode()).isEqualTo(404);
    }

    @Test
    void givesMaintenanceAsACalendar() throws Exception {
        HttpResponse<String> calendar = door.get("/api/v1/maintenance.ics");

        assertThat(calendar.headers().firstValue("Content-Type")).hasValue("text/calendar; charset=utf-8");
        assertThat(calendar.body())
                .startsWith("BEGIN:VCALENDAR\r\n")
                .contains("UID:maintenance-now@watchfloor\r\n", "DTSTART:20260105T083000Z\r\n")
                .contains("UID:maintenance-weekly-20260109T220000Z@watchfloor\r\n")
                .endsWith("END:VCALENDAR\r\n");
    }

    @Test
    void takesACalendarInAndListsWhatItLeavesOut() throws Exception {
        String calendar = """
                BEGIN:VCALENDAR
                BEGIN:VEVENT
                UID:disks@example.org
                DTSTART:20260110T220000Z
                DURATION:PT4H
                SUMMARY:New disks
                LOCATION:here
                END:VEVENT
                BEGIN:VEVENT
                UID:maintenance-now@watchfloor
                DTSTART:20260110T220000Z
                DURATION:PT4H
                SUMMARY:by hand
                END:VEVENT
                END:VCALENDAR
                """;

        HttpResponse<String> tried = calendar("?hosts=web-*&dry-run", calendar);
        String untouched = written();
        HttpResponse<String> taken = calendar("?hosts=web-*&by=mara", calendar);

        assertThat(TestDoor.tree(tried.body()).get("valid").asBoolean()).isTrue();
        assertThat(untouched).isEmpty();
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
        JsonNode answer = TestDoor.tree(taken.body());
        assertThat(answer.get("written").size()).isEqualTo(1);
        assertThat(answer.get("notTaken").toString()).contains("LOCATION", "site.yaml:6:3");
        assertThat(written()).contains("title: New disks", "- web-*");
    }

    @Test
    void refusesHostileCalendars() throws Exception {
        assertThat(calendar("?hosts=a", "x".repeat(1024 * 1024 + 1)).statusCode())
                .isEqualTo(413);
        assertThat(calendar("?hosts=a", "x").statusCode()).isEqualTo(400);
        String aimless = """
                BEGIN:VCALENDAR
                BEGIN:VEVENT
                UID:x
                DTSTART:20260110T220000Z
                DURATION:PT4H
                END:VEVENT
                END:VCALENDAR
                """;
        assertThat(calendar("", aimless).body()).contains("it is not said what it is for");
        assertThat(post("maintenance/import?hosts=a", "{}").statusCode()).isEqualTo(415);
        assertThat(written()).isEmpty();
    }

    @Test
    void takesTheLastChangeBack() throws Exception {
        assertThat(post("configuration/undo", "").statusCode()).isEqualTo(404);
        post("alert-rules", "{\"id\":\"one\",\"when\":\"latency > 1s\"}");

        HttpResponse<String> undone = post("configuration/undo?by=mara", "");

        assertThat(undone.statusCode()).isEqualTo(202);
        assertThat(TestDoor.tree(undone.body()).get("removed").get(0).asString())
                .isEqualTo("alerts/one");
        assertThat(written()).doesNotContain("one:");
    }

    @Test
    void refusesLargeBodiesAndStrangePaths() throws Exception {
        assertThat(post("alert-rules", "{\"id\":\"x\",\"when\":\"" + "a".repeat(70_000) + "\"}")
                        .statusCode())
                .isEqualTo(413);
        assertThat(put("alert-rules/%2e%2e%2fx", "{}").statusCode()).isEqualTo(404);
        assertThat(delete("silences/..%2f..%2fetc").statusCode()).isEqualTo(404);
        assertThat(put("alert-rules/" + "a".repeat(101), "{}").statusCode()).isEqualTo(404);
        assertThat(delete("alert-rules/nope").statusCode()).isEqualTo(404);
        assertThat(written()).isEmpty();
    }

    @Test
    void isGuardedLikeAllElse(@TempDir Path directory) throws Exception {
        HttpRequest.Builder foreign = door.to("/api/v1/alert-rules/down")
                .header("Origin", "https://evil.example")
                .DELETE();
        assertThat(door.send(foreign).statusCode()).isEqualTo(403);

        try (TestDoor locked = TestDoor.withToken(directory)) {
            assertThat(locked.post("/api/v1/silences", "{}").statusCode()).isEqualTo(401);
            assertThat(locked.get("/api/v1/maintenance.ics").statusCode()).isEqualTo(401);
            assertThat(locked.send(locked.to("/api/v1/alert-rules/down").DELETE())
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    private String written() throws IOException {
        Path file = config.resolve("console.yaml");
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private static String until(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        return TestDoor.tree(response.body())
                .get("written")
                .get(0)
                .get("written")
                .get("until")
                .asString();
    }

    private HttpResponse<String> post(String path, String json) throws Exception {
        return door.post("/api/v1/" + path, json);
    }

    private HttpResponse<String> put(String path, String json) throws Exception {
        return door.send(door.to("/api/v1/" + path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    private HttpResponse<String> conditional(String path, String json, String etag) throws Exception {
        return door.send(door.to("/api/v1/" + path)
                .header("Content-Type", "application/json")
                .header("If-Match", etag)
                .PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    private HttpResponse<String> delete(String path) throws Exception {
        return door.send(door.to("/api/v1/" + path).DELETE());
    }

    private HttpResponse<String> calendar(String query, String text) throws Exception {
        return door.send(door.to("/api/v1/maintenance/import" + query)
                .header("Content-Type", "text/calendar; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(text)));
    }
}
