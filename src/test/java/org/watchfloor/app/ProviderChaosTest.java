package org.watchfloor.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Whoever delivers the pages is away just when they are needed: refuses, then hangs, then asks for patience, then takes them. */
@Tag("chaos")
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ProviderChaosTest {
    @TempDir
    private Path temp;

    @AutoClose
    private final WebSite one = new WebSite();

    @AutoClose
    private final WebSite two = new WebSite();

    @AutoClose
    private final WebSite three = new WebSite();

    @AutoClose
    private final WebSite steady = new WebSite();

    ProviderChaosTest() throws IOException {}

    @Test
    void nothingIsLostNothingIsToldTwiceAndTheWatchGoesOn() throws Exception {
        PagedReceiver away = new PagedReceiver();
        try (Run run = RecoveryTalk.run(configure(away.url()), temp.resolve("data"))) {
            RecoveryTalk door = RecoveryTalk.with(run);
            Stream.of("web-1", "web-2", "web-3", "steady").forEach(host -> door.awaitState(host + "/page", "UP"));
            away.close();
            int before = steady.looks().size();
            Stream.of(one, two, three).forEach(site -> site.answers(503));
            JsonNode open = awaitBreaker(door, "OPEN");

            try (PagedReceiver back = new PagedReceiver(away.port())) {
                back.answers(0, 503, 503);
                await().atMost(RecoveryTalk.PATIENCE)
                        .until(() -> back.accepted().stream()
                                        .filter(ProviderChaosTest::isOfWeb)
                                        .count()
                                >= 3);
                awaitBreaker(door, "CLOSED");
                int after = steady.looks().size();
                await().atMost(RecoveryTalk.PATIENCE).until(() -> steady.looks().size() >= after + 3);

                assertThat(open.path("why").asString("")).isNotEmpty();
                assertThat(back.pages()).extracting(PagedReceiver.Page::status).contains(0, 503);
                assertThat(back.accepted().stream().filter(ProviderChaosTest::isOfWeb))
                        .extracting(ProviderChaosTest::host)
                        .containsExactlyInAnyOrder("web-1", "web-2", "web-3");
                assertThat(longestPause(steady.looks().subList(before, after))).isLessThan(Duration.ofSeconds(3));
            }
        }
    }

    private static JsonNode awaitBreaker(RecoveryTalk door, String state) {
        return await().atMost(RecoveryTalk.PATIENCE)
                .until(
                        () -> door.get("/api/v1/breakers")
                                .path("breakers")
                                .valueStream()
                                .filter(breaker ->
                                        breaker.path("name").asString("").equals("hook"))
                                .findFirst()
                                .orElseThrow(),
                        breaker -> breaker.path("state").asString("").equals(state));
    }

    private static boolean isOfWeb(PagedReceiver.Page page) {
        return host(page).startsWith("web-");
    }

    private static String host(PagedReceiver.Page page) {
        return page.body().at("/alerts/0/labels/host").asString("");
    }

    private static Duration longestPause(List<Instant> looks) {
        return IntStream.range(1, looks.size())
                .mapToObj(index -> Duration.between(looks.get(index - 1), looks.get(index)))
                .max(Duration::compareTo)
                .orElseThrow();
    }

    private Path configure(String url) throws IOException {
        Path config = Files.createDirectory(temp.resolve("config"));
        Files.writeString(
                config.resolve("site.yaml"), """
                defaults: { every: 1s, timeout: 900ms, unhealthy-after: 2, healthy-after: 1 }
                hosts:
                  web-1: { address: 127.0.0.1, checks: { page: { http: { url: "http://127.0.0.1:%d/" } } } }
                  web-2: { address: 127.0.0.1, checks: { page: { http: { url: "http://127.0.0.1:%d/" } } } }
                  web-3: { address: 127.0.0.1, checks: { page: { http: { url: "http://127.0.0.1:%d/" } } } }
                  steady: { address: 127.0.0.1, checks: { page: { http: { url: "http://127.0.0.1:%d/" } } } }
                retries: { quick: { max: 100, interval: 1s, multiplier: 1 } }
                channels: { hook: { timeout: 1s, retry: quick, webhook: { url: "%s" } } }
                receivers: { ops: { tell: hook } }
                routing: { receiver: ops, group-by: [host], group-wait: 0s, group-interval: 1s }
                breakers: { channels: { failures: 2, successes: 1, reset: 1s } }
                """.formatted(one.port(), two.port(), three.port(), steady.port(), url));
        return config;
    }
}
