package org.watchfloor.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Another program's alert through the whole program: accepted, killed, still there, paged once, ended. */
class OutsideAlertsTest {
    private static final String ALERT = """
            {"version":"4","receiver":"floor","externalURL":"http://am:9093","alerts":[
              {"status":"%s","labels":{"alertname":"Slow","instance":"api-1","severity":"critical"},
               "annotations":{"summary":"api-1 is slow"},"startsAt":"2026-01-05T08:00:00Z"}]}
            """;

    @TempDir
    Path temp;

    @AutoClose
    private final WebSite site = new WebSite();

    @AutoClose
    private final PagedReceiver receiver = new PagedReceiver();

    @AutoClose
    private final HttpClient client = HttpClient.newHttpClient();

    OutsideAlertsTest() throws IOException {}

    @Test
    @Timeout(value = 180, unit = TimeUnit.SECONDS)
    void whatWasAcceptedSurvivesAKillAndIsPagedOnce() throws Exception {
        Path config = configure();
        Path data = temp.resolve("data");
        try (Run run = Run.headless(config, data)) {
            run.awaitState("web-1/page", "UP");
            assertThat(post(run, ALERT.formatted("firing")).statusCode()).isEqualTo(200);
            run.signal("KILL");
            run.exitCode();
        }

        try (Run run = Run.headless(config, data)) {
            JsonNode alerts = run.awaitJson(
                    "/api/v1/alerts?label=alertname:Slow",
                    list -> list.path("alerts").size() == 1);
            JsonNode alert = alerts.path("alerts").path(0);
            assertThat(alert.path("severity").asString("")).isEqualTo("CRITICAL");
            assertThat(alert.path("explanation").asString(""))
                    .isEqualTo("reported by Alertmanager at http://am:9093, its receiver floor");
            await().atMost(Duration.ofSeconds(40))
                    .until(() -> receiver.accepted().size() == 1);
            assertThat(post(run, ALERT.formatted("firing")).statusCode()).isEqualTo(200);
            assertThat(post(run, ALERT.formatted("resolved")).statusCode()).isEqualTo(200);
            await().atMost(Duration.ofSeconds(40))
                    .until(() -> receiver.accepted().size() == 2);
            run.awaitJson("/api/v1/alerts", list -> list.path("alerts").isEmpty());
        }

        JsonNode begin = receiver.accepted().getFirst().body();
        assertThat(begin.path("status").asString("")).isEqualTo("firing");
        assertThat(begin.path("alerts").path(0).path("labels").path("alertname").asString(""))
                .isEqualTo("Slow");
        assertThat(receiver.accepted().getLast().body().path("status").asString(""))
                .isEqualTo("resolved");
    }

    private HttpResponse<String> post(Run run, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(run.url().resolve("/api/v1/alertmanager"))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(20))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private Path configure() throws IOException {
        Path config = temp.resolve("config");
        site.configure(config);
        Files.writeString(config.resolve("alerting.yaml"), """
                channels: { hook: { webhook: { url: "%s" } } }
                receivers: { ops: { tell: hook } }
                routing: { group-wait: 5s, group-interval: 1s }
                """.formatted(receiver.url()));
        return config;
    }
}
