package org.watchfloor.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A real receiver accepts nothing: how often, and when, its channel tries again as the configuration says. */
class ChannelRetryTest {
    @TempDir
    private Path temp;

    private final WebSite site = new WebSite();
    private final PagedReceiver receiver = new PagedReceiver();

    ChannelRetryTest() throws IOException {}

    @AfterEach
    void stop() {
        receiver.close();
        site.close();
    }

    @Test
    void givesUpAfterAsManyTriesAsItsPolicySays() throws Exception {
        receiver.answers(503, 503, 503);
        try (Run run = Run.headless(configure(), temp.resolve("data"))) {
            run.awaitState("web-1/page", "UP");
            site.answers(503);
            await().atMost(Run.PATIENCE).until(() -> receiver.pages().size() == 1);
            long first = System.nanoTime();
            await().atMost(Run.PATIENCE).until(() -> receiver.pages().size() == 3);

            assertThat(Duration.ofNanos(System.nanoTime() - first))
                    .as("12 tries, the second after 5 s and the third after 10 s, without a policy")
                    .isLessThan(Duration.ofSeconds(8));
            JsonNode notice = run.awaitJson(
                            "/api/v1/notices",
                            answer -> answer.path("notices")
                                    .path(0)
                                    .path("status")
                                    .asString("")
                                    .equals("DEAD"))
                    .path("notices")
                    .path(0);
            assertThat(notice.path("tries").asInt(0)).isEqualTo(3);
            assertThat(receiver.accepted()).isEmpty();
        }
    }

    private Path configure() throws IOException {
        Path config = temp.resolve("config");
        site.configure(config);
        Files.writeString(config.resolve("alerting.yaml"), """
                retries: { twice: { max: 2, interval: 100ms, jitter: 0 } }
                channels: { hook: { retry: twice, timeout: 5s, webhook: { url: "%s" } } }
                receivers: { ops: { tell: hook } }
                routing: { group-wait: 1s, group-interval: 1s }
                """.formatted(receiver.url()));
        return config;
    }
}
