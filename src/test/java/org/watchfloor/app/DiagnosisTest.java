package org.watchfloor.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A web server breaks: the page says on which step, and so do the alert, the answer to why, and the incident. */
class DiagnosisTest {
    private static final String FOUND = "broken at HTTP: HTTP 503";
    private static final String BEFORE = "; last good: HTTP/1.1 200 OK in ";

    @TempDir
    Path temp;

    private final WebSite site = new WebSite();
    private final PagedReceiver receiver = new PagedReceiver();

    DiagnosisTest() throws IOException {}

    @AfterEach
    void stop() {
        receiver.close();
        site.close();
    }

    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void namesTheBrokenStepAndItsLastGoodValueWhereverTheOutageIsRead() throws Exception {
        Path config = configure();
        Path data = temp.resolve("data");
        try (Run run = Run.headless(config, data)) {
            run.awaitState("web-1/page", "UP");
            site.answers(503);
            await().atMost(Duration.ofSeconds(40))
                    .until(() -> !receiver.accepted().isEmpty());

            JsonNode page = receiver.accepted().getFirst().body();
            assertThat(page.at("/alerts/0/annotations/diagnosis").asString(""))
                    .startsWith(FOUND)
                    .contains(BEFORE)
                    .doesNotContain("\n");
            assertThat(alert(run)).startsWith(FOUND).contains("\n– TCP ok: connected to 127.0.0.1:" + site.port());
            run.awaitJson("/api/v1/checks/web-1/page/why?from=-1h", DiagnosisTest::saysWhy);
            run.awaitJson("/api/v1/incidents/1", DiagnosisTest::standsInTheTimeline);
            run.signal("KILL");
            run.exitCode();
        }
        try (Run run = Run.headless(config, data)) {
            run.awaitState("web-1/page", "DOWN");

            assertThat(alert(run)).startsWith(FOUND);
        }
    }

    private static String alert(Run run) throws IOException, InterruptedException {
        return run.json("/api/v1/alerts").at("/alerts/0/diagnosis").asString("");
    }

    private static boolean saysWhy(JsonNode why) {
        return why.path("verdicts")
                .valueStream()
                .filter(verdict -> verdict.path("kind").asString("").equals("DIAGNOSED"))
                .anyMatch(verdict -> verdict.path("text").asString("").startsWith(FOUND));
    }

    private static boolean standsInTheTimeline(JsonNode incident) {
        return incident.path("timeline")
                .valueStream()
                .filter(line -> line.path("kind").asString("").equals("DIAGNOSED"))
                .anyMatch(line -> line.path("text").asString("").startsWith(FOUND));
    }

    private Path configure() throws IOException {
        Path config = temp.resolve("config");
        Files.createDirectories(config);
        Files.writeString(config.resolve("site.yaml"), """
                defaults: { every: 5s, timeout: 4s, unhealthy-after: 1, healthy-after: 1 }
                hosts:
                  web-1:
                    address: 127.0.0.1
                    checks:
                      page:
                        http: { url: "http://127.0.0.1:%d/" }
                """.formatted(site.port()));
        Files.writeString(config.resolve("alerting.yaml"), """
                channels: { hook: { webhook: { url: "%s" } } }
                receivers: { ops: { tell: hook } }
                routing: { group-wait: 2s, group-interval: 1s }
                """.formatted(receiver.url()));
        return config;
    }
}
