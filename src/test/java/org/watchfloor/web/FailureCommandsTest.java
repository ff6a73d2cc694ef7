package org.watchfloor.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People say over the API what fails, and that it is over. */
class FailureCommandsTest {
    @TempDir
    private Path directory;

    private TestDoor door;

    @BeforeEach
    void open() throws Exception {
        door = TestDoor.withToken(directory);
        door.engine.recovery.operations().reports(CompletableFuture.completedFuture(RecoveryScene.lasting()));
    }

    @AfterEach
    void close() {
        door.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "failures | {'check':'web-1/front','message':'it hangs'} | report OTHER of web-1/front by api: it hangs",
                "failures | {'check':'web-1/front','type':'SLOW','message':'it hangs','by':'mara'} | report SLOW of web-1/front by mara: it hangs",
                "failures/12/end | {'reason':'it flies','by':'mara'} | end failure 12 by mara: it flies"
            })
    void givesCommands(String path, String body, String told) throws Exception {
        HttpResponse<String> response = post(path, body);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        assertThat(TestDoor.tree(response.body()).get("id").asLong()).isEqualTo(2);
        assertThat(door.engine.recovery.operations().told()).containsExactly(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "failures | {'check':'web-9/front','message':'it hangs'} | 404 | no such check",
                "failures | {'check':'web-1/front'} | 400 | message",
                "failures | {'check':'web-1/front','message':'it hangs','type':'TIRED'} | 400 | type",
                "failures/x/end | {'reason':'it flies'} | 404 | failure",
                "failures/12/end | {} | 400 | reason"
            })
    void saysWhatIsWrong(String path, String body, int status, String named) throws Exception {
        HttpResponse<String> response = post(path, body);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.body()).contains(named);
        assertThat(door.engine.recovery.operations().told()).isEmpty();
    }

    @Test
    void saysWhatSpeaksAgainstIt() throws Exception {
        door.engine
                .recovery
                .operations()
                .reports(CompletableFuture.failedFuture(
                        new IllegalStateException("failure 4 of it is on record already")));

        HttpResponse<String> response = post("failures", "{'check':'web-1/front','message':'it hangs'}");

        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(response.body()).contains("failure 4 of it is on record already");
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return door.send(door.to("/api/v1/" + path)
                .header("Authorization", "Bearer " + TestDoor.TOKEN)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"'))));
    }
}
