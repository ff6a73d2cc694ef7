package org.watchfloor.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchfloor.config.Settings;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.State;
import org.watchfloor.store.Store;
import tools.jackson.databind.JsonNode;

/** A rule that looks back knows what was recorded before the start, and after a kill it goes on where it was. */
class RuleWindowsTest {
    private static final CheckId PAGE = CheckId.parse("web-1/page");
    private static final String RULE = """
            alerts:
              busy:
                when: avg(latency, 10m) > 300ms
                missing: ok
            """;

    @TempDir
    private Path temp;

    @AutoClose
    private final WebSite site = new WebSite();

    RuleWindowsTest() throws IOException {}

    @Test
    void reachBackBeforeTheStartAndOutlastAKill() throws Exception {
        Path config = temp.resolve("config");
        Path data = temp.resolve("data");
        site.configure(config);
        Files.writeString(config.resolve("alerting.yaml"), RULE);
        record(data, Duration.ofMinutes(11));
        String before;
        try (Run run = Run.headless(config, data)) {
            before = firing(run);
            run.signal("KILL");
            run.exitCode();
        }

        Printed backtest = Printed.by(
                new BacktestCommand(ZoneId.of("Europe/Berlin"), Map.of()),
                "busy",
                "--config=" + config,
                "--data=" + data,
                "--since=1h");

        assertThat(backtest.exitCode()).as(backtest.errors()).isZero();
        assertThat(backtest.output()).contains("busy: avg(latency, 10m) > 300ms", "still firing  web-1/page");
        try (Run run = Run.headless(config, data)) {
            run.awaitState("web-1/page", "UP");
            int looks = site.looks().size();
            await().atMost(Run.PATIENCE).until(() -> site.looks().size() > looks + 3);

            assertThat(firing(run)).isEqualTo(before);
            assertThat(verdicts(run)).contains("FIRED").doesNotContain("RESOLVED");
        }
    }

    /** Looks every five seconds until now, all of them late. */
    private static void record(Path data, Duration length) throws Exception {
        Instant now = Clock.systemUTC().instant();
        Files.createDirectories(data);
        try (Store store = Store.open(data, Settings.DEFAULT, () -> now)) {
            for (Instant at = now.minus(length); at.isBefore(now); at = at.plusSeconds(5)) {
                store.journal()
                        .sample(
                                new CheckResult(
                                        PAGE,
                                        at,
                                        Duration.ofMillis(900),
                                        Duration.ZERO,
                                        Observation.of(new Outcome.Up("HTTP 200"))),
                                State.UP);
            }
        }
    }

    /** The number of the alert. */
    private static String firing(Run run) {
        JsonNode alerts = run.awaitJson(
                "/api/v1/alerts", list -> list.path("alerts").valueStream().anyMatch(RuleWindowsTest::isFiring));
        return alerts.path("alerts")
                .valueStream()
                .filter(RuleWindowsTest::isFiring)
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString("");
    }

    private static boolean isFiring(JsonNode alert) {
        return alert.path("rule").asString("").equals("busy")
                && alert.path("status").asString("").equalsIgnoreCase("FIRING");
    }

    private static List<String> verdicts(Run run) throws Exception {
        return run.json("/api/v1/checks/web-1/page/why")
                .path("verdicts")
                .valueStream()
                .filter(verdict -> verdict.path("rule").asString("").equals("busy"))
                .map(verdict -> verdict.path("kind").asString(""))
                .toList();
    }
}
