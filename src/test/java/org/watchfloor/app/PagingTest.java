package org.watchfloor.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** From a web server that breaks to an accepted page, through a receiver that has troubles of its own and a kill -9. */
class PagingTest {
    private static final String KEY = "a key for this test";

    @TempDir
    Path temp;

    private final WebSite site = new WebSite();
    private final PagedReceiver receiver = new PagedReceiver();

    PagingTest() throws IOException {}

    @AfterEach
    void stop() {
        receiver.close();
        site.close();
    }

    @Test
    @Timeout(value = 180, unit = TimeUnit.SECONDS)
    void endsInExactlyOneAcceptedPageAndOneForTheEnd() throws Exception {
        Path config = configure();
        Path data = temp.resolve("data");
        receiver.answers(500, 0, 429);
        try (Run run = Run.headless(config, data)) {
            run.awaitState("web-1/page", "UP");
            site.answers(503);
            until(run, () -> !receiver.pages().isEmpty());
            run.signal("KILL");
            run.exitCode();
        }

        try (Run run = Run.headless(config, data)) {
            run.url();
            until(run, () -> !receiver.accepted().isEmpty());
            assertThat(receiver.accepted()).hasSize(1);
            site.answers(200);
            until(run, () -> receiver.accepted().size() == 2);
        }

        PagedReceiver.Page begin = receiver.accepted().getFirst();
        assertThat(receiver.pages().stream()
                        .filter(page -> page.key().equals(begin.key()))
                        .map(PagedReceiver.Page::status))
                .containsExactly(500, 0, 429, 200);
        assertThat(begin.body().path("status").asString("")).isEqualTo("firing");
        JsonNode alert = begin.body().path("alerts").path(0);
        assertThat(alert.path("labels").path("alertname").asString("")).isEqualTo("down");
        assertThat(alert.path("labels").path("host").asString("")).isEqualTo("web-1");
        assertThat(isSigned(begin)).isTrue();
        assertThat(receiver.accepted().getLast().body().path("status").asString(""))
                .isEqualTo("resolved");
    }

    private static void until(Run run, Callable<Boolean> condition) {
        try {
            await().atMost(Duration.ofSeconds(80)).until(condition);
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("not within 80 s; the log of the program:\n" + run.log(), e);
        }
    }

    private Path configure() throws IOException {
        Path config = temp.resolve("config");
        site.configure(config);
        Files.writeString(config.resolve("key"), KEY + "\n");
        Files.writeString(config.resolve("alerting.yaml"), """
                channels:
                  hook:
                    timeout: 1s
                    webhook: { url: "%s", signing-key: "file:key" }
                receivers: { ops: { tell: hook } }
                routing: { group-wait: 1s, group-interval: 1s }
                """.formatted(receiver.url()));
        return config;
    }

    private static boolean isSigned(PagedReceiver.Page page) throws Exception {
        String[] parts = page.signature().split("[=,]");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] expected = mac.doFinal((parts[1] + "." + page.text()).getBytes(StandardCharsets.UTF_8));
        return parts[3].equals(HexFormat.of().formatHex(expected));
    }
}
