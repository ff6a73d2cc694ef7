package org.watchfloor.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A process that was stopped for a while did not observe; what it watches did not fail. */
@EnabledOnOs(OS.LINUX)
class StandstillTest {
    private static final Duration STANDSTILL = Duration.ofSeconds(8);

    @TempDir
    private Path temp;

    @AutoClose
    private final WebSite site = new WebSite();

    StandstillTest() throws IOException {}

    @Test
    void isRecordedAsAGapAndBlamesNobody() throws Exception {
        site.configure(temp.resolve("config"));
        try (Run run = Run.headless(temp.resolve("config"), temp.resolve("data"))) {
            String since = run.awaitState("web-1/page", "UP").path("since").asString("");
            run.awaitReady();

            run.signal("STOP");
            long begin = System.nanoTime();
            await().atMost(Duration.ofSeconds(20)).until(() -> System.nanoTime() - begin > STANDSTILL.toNanos());
            run.signal("CONT");
            JsonNode engine =
                    run.awaitJson("/api/v1/engine", now -> now.path("gaps").size() > 0);
            Instant woken = Instant.parse(engine.path("gaps").path(0).path("to").asString(""));
            await().atMost(Run.PATIENCE).until(() -> looksAfter(woken).size() >= 4);

            assertThat(engine.path("gaps").valueStream()).singleElement().satisfies(gap -> {
                assertThat(gap.path("cause").asString("")).isEqualTo("SUSPENDED");
                assertThat(gap.path("lengthSeconds").asDouble(0)).isBetween(7.0, 20.0);
            });
            JsonNode check = Run.check(run.json("/api/v1/checks"), "web-1/page");
            assertThat(check.path("state").asString("")).isEqualTo("UP");
            assertThat(check.path("since").asString("")).isEqualTo(since);
            assertThat(run.log()).doesNotContain("web-1/page is STALE", "web-1/page is DOWN");
            assertThat(Duration.between(
                            looksAfter(woken).get(0), looksAfter(woken).get(3)))
                    .as("one look a second, nothing caught up")
                    .isGreaterThan(Duration.ofMillis(1_500));
        }
    }

    private List<Instant> looksAfter(Instant time) {
        return site.looks().stream().filter(look -> look.isAfter(time)).toList();
    }
}
