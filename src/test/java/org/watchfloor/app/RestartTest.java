package org.watchfloor.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What was seen before the end is known after the next start, whichever way the end came. */
class RestartTest {
    @TempDir
    private Path temp;

    @AutoClose
    private final WebSite site = new WebSite();

    RestartTest() throws IOException {}

    @Test
    void remembersAnOutageAfterAKill() throws Exception {
        remembersAnOutage("KILL");
    }

    @Test
    void remembersAnOutageAfterASignal() throws Exception {
        remembersAnOutage("TERM");
    }

    @Test
    void saysThatADamagedDatabaseWasSetAside() throws Exception {
        Path config = temp.resolve("config");
        Path data = Files.createDirectories(temp.resolve("data"));
        site.configure(config);
        Files.writeString(data.resolve("watchfloor.mv.db"), "no database at all".repeat(1_000));

        try (Run run = Run.headless(config, data)) {
            run.awaitState("web-1/page", "UP");

            assertThat(run.json("/api/v1/engine").path("lifecycle").toString()).contains("watchfloor-damaged-");
        }
    }

    private void remembersAnOutage(String signal) throws Exception {
        Path config = temp.resolve("config");
        Path data = temp.resolve("data");
        site.configure(config);
        JsonNode before;
        JsonNode incident;
        try (Run run = Run.headless(config, data)) {
            run.awaitState("web-1/page", "UP");
            site.answers(500);
            before = run.awaitState("web-1/page", "DOWN");
            incident = openIncident(run);
            run.signal(signal);
            run.exitCode();
        }
        // a longer interval, so that what is told first is what was remembered
        Path file = config.resolve("site.yaml");
        Files.writeString(file, Files.readString(file).replace("every: 1s", "every: 5m"));

        // a restart within two seconds is not worth telling
        await().pollDelay(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(5)).until(() -> true);
        try (Run run = Run.headless(config, data)) {
            JsonNode after = run.awaitState("web-1/page", "DOWN");

            assertThat(after.path("since")).isEqualTo(before.path("since"));
            assertThat(after.path("failingSince")).isEqualTo(before.path("failingSince"));
            assertThat(openIncident(run).path("id")).isEqualTo(incident.path("id"));
            assertThat(run.json("/api/v1/incidents").path("incidents").size()).isEqualTo(1);
            assertThat(run.json("/api/v1/engine").path("gaps").toString()).contains("NOT_RUNNING");
        }
    }

    private static JsonNode openIncident(Run run) {
        JsonNode list =
                run.awaitJson("/api/v1/incidents", now -> now.path("incidents").size() > 0);
        return list.path("incidents").path(0);
    }
}
