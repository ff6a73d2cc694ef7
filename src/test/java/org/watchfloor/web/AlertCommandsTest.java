package org.watchfloor.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs can do with alerts, channels and notices. */
class AlertCommandsTest {
    private TestDoor door;

    @BeforeEach
    void open() throws Exception {
        door = new TestDoor();
        door.engine.publish(AlertScene.usual());
    }

    @AfterEach
    void close() {
        door.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alerts/12/acknowledge | {} | acknowledge [12] by api:",
                "alerts/12/acknowledge | {'by':' mara ','note':'mine'} | acknowledge [12] by mara: mine",
                "alerts/12/acknowledge | {'for':'1d12h'} | acknowledge [12] by api:  until 2026-01-06T21:00:00Z",
                "alerts/12/acknowledge | {'until':'2026-01-05T12:00:00+01:00'} | acknowledge [12] by api:  until 2026-01-05T11:00:00Z",
                "alerts/13/unacknowledge | {} | unacknowledge [13] by api",
                "alerts/13/unacknowledge | {'by':'noor'} | unacknowledge [13] by noor",
                "alerts/12/shelve | {'for':'30m','note':'new disk'} | shelve [12] by api until 2026-01-05T09:30:00Z: new disk",
                "alerts/12/shelve | {'until':'now','note':'back'} | shelve [12] by api until 2026-01-05T09:00:00Z: back",
                "alerts/12/resolve | {'note':'mended','by':'mara'} | resolve [12] by mara: mended",
                "alerts/12/comment | {'text':'looking ✓'} | comment [12] by api: looking ✓",
                "channels/mail/test | {} | test mail by api",
                "channels/chat/test | {'alert':13,'by':'mara'} | test chat with 13 by mara",
                "notices/19/resend | {} | resend 19 by api"
            })
    void givesCommands(String path, String body, String told) throws Exception {
        HttpResponse<String> response = door.post("/api/v1/" + path, body.replace('\'', '"'));

        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        assertThat(path).endsWith(TestDoor.tree(response.body()).get("command").asString());
        assertThat(door.engine.alerts.told())
                .hasSize(1)
                .allMatch(line -> line.strip().equals(told));
    }

    @ParameterizedTest
    @ValueSource(strings = {"alerts/12/unacknowledge", "channels/mail/test", "notices/19/resend"})
    void needsNoBodyWhereNothingHasToBeSaid(String path) throws Exception {
        assertThat(door.send(door.to("/api/v1/" + path).POST(HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(202);
        assertThat(door.engine.alerts.told()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "by | alerts/12/acknowledge | {'by':''}",
                "by | alerts/12/acknowledge | {'by':'a\\nb'}",
                "until | alerts/12/acknowledge | {'until':'now'}",
                "until | alerts/12/acknowledge | {'until':'tomorrow'}",
                "until | alerts/12/acknowledge | {'until':'2026-01-05T08:00:00Z'}",
                "for | alerts/12/acknowledge | {'for':'2h','until':'2026-01-06T08:00:00Z'}",
                "for | alerts/12/acknowledge | {'for':'0s'}",
                "for | alerts/12/acknowledge | {'for':'-2h'}",
                "for | alerts/12/acknowledge | {'for':'367d'}",
                "for | alerts/12/acknowledge | {'for':'two hours'}",
                "text | alerts/12/comment | {'text':' '}",
                "text | alerts/12/comment | {}",
                "for | alerts/12/shelve | {'note':'x'}",
                "note | alerts/12/shelve | {'for':'1h'}",
                "note | alerts/12/resolve | {}",
                "note | alerts/12/resolve | {'note':'\\u0007'}",
                "alert | channels/mail/test | {'alert':99}",
                "text | notices/19/resend | {'text':'x'}"
            })
    void namesWhatIsWrongInABody(String parameter, String path, String body) throws Exception {
        HttpResponse<String> response = door.post("/api/v1/" + path, body.replace('\'', '"'));

        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(TestDoor.tree(response.body()).get("parameter").asString()).isEqualTo(parameter);
        assertThat(door.engine.alerts.told()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"acknowledge", "unacknowledge", "shelve", "resolve", "comment"})
    void refusesWhatIsUnknownOrOver(String command) throws Exception {
        String body = switch (command) {
            case "acknowledge", "unacknowledge" -> "{}";
            case "shelve" -> "{\"for\":\"1h\",\"note\":\"x\"}";
            case "resolve" -> "{\"note\":\"x\"}";
            default -> "{\"text\":\"x\"}";
        };

        assertThat(door.post("/api/v1/alerts/99/" + command, body).statusCode()).isEqualTo(404);
        assertThat(door.post("/api/v1/alerts/11/" + command, body).statusCode()).isEqualTo(409);
        assertThat(door.engine.alerts.told()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "channels/nope/test, 404",
        "channels/%2e%2e/test, 404",
        "notices/99/resend, 404",
        "notices/x/resend, 404",
        "notices/20/resend, 409",
        "notices/21/resend, 409"
    })
    void refusesChannelsAndNoticesThatDoNotFit(String path, int status) throws Exception {
        assertThat(door.post("/api/v1/" + path, "{}").statusCode()).isEqualTo(status);
        assertThat(door.engine.alerts.told()).isEmpty();
    }

    @Test
    void isGuardedLikeAllElse(@TempDir Path directory) throws Exception {
        HttpRequest.Builder foreign = door.to("/api/v1/alerts/12/resolve")
                .header("Origin", "https://evil.example")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"note\":\"x\"}"));
        assertThat(door.send(foreign).statusCode()).isEqualTo(403);
        assertThat(door.engine.alerts.told()).isEmpty();

        try (TestDoor locked = TestDoor.withToken(directory)) {
            locked.engine.publish(AlertScene.usual());
            assertThat(locked.get("/api/v1/alerts").statusCode()).isEqualTo(401);
            assertThat(locked.post("/api/v1/channels/mail/test", "{}").statusCode())
                    .isEqualTo(401);
            assertThat(locked.engine.alerts.told()).isEmpty();
        }
    }
}
