package org.watchfloor.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchfloor.config.Settings;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.State;
import org.watchfloor.model.Timings;
import org.watchfloor.store.Store;

/** Trying a rule on the data of a Watchfloor that does not run. */
class OfflineBacktestTest {
    private static final Instant BEGIN = Instant.parse("2026-01-05T09:00:00Z");

    @TempDir
    private Path temp;

    private Path config;
    private Path data;

    @BeforeEach
    void twoHoursOnRecord() throws Exception {
        config = Files.createDirectory(temp.resolve("config"));
        data = Files.createDirectory(temp.resolve("data"));
        Files.writeString(config.resolve("site.yaml"), """
                hosts:
                  web-1:
                    address: 127.0.0.1
                    checks:
                      page:
                        http: { url: "http://127.0.0.1:1/" }
                alerts:
                  late:
                    when: latency > 500ms
                """);
        record(Duration.ofHours(2));
    }

    @Test
    void goesThroughWhatIsOnRecord() throws IOException {
        byte[] before = Files.readAllBytes(data.resolve("watchfloor.mv.db"));

        Printed backtest = backtest("late", "--config=" + config, "--data=" + data, "--since=30d");

        assertThat(backtest.exitCode()).as(backtest.errors()).isZero();
        assertThat(backtest.output()).contains("late: latency > 500ms", "1 checks, 120 looks", "2 firings");
        assertThat(Files.readAllBytes(data.resolve("watchfloor.mv.db"))).isEqualTo(before);
        assertThat(data.resolve("watchfloor.pid")).doesNotExist();
    }

    @Test
    void comparesADraftWithTheRuleInTheFiles() throws IOException {
        Path draft = Files.writeString(temp.resolve("draft.yaml"), "when: latency > 5s\n");

        Printed backtest = backtest("late", "--config=" + config, "--data=" + data, "--rule-file=" + draft);

        assertThat(backtest.output()).contains("0 firings", "the saved version fired 2 times");
    }

    @Test
    void saysWhoHoldsTheData() throws Exception {
        try (DataDirectory directory = DataDirectory.open(data)) {
            directory.announce("listening on http://127.0.0.1:7070");

            Printed backtest = backtest("late", "--config=" + config, "--data=" + data);

            assertThat(backtest.exitCode()).isEqualTo(2);
            assertThat(backtest.errors())
                    .contains(
                            "is in use by Watchfloor with pid",
                            "http://127.0.0.1:7070",
                            "without --data and --config the running one is asked");
        }
    }

    @Test
    void helpsWithWhatIsMissing() {
        assertThat(backtest("nope", "--config=" + config, "--data=" + data).errors())
                .contains("there is no such alert rule in");
        assertThat(backtest("late", "--config=" + config, "--data=" + temp).errors())
                .contains("there is no database in", "--data");
        assertThat(backtest("late", "--config=" + config, "--url=http://127.0.0.1:1")
                        .errors())
                .contains("give one or the other");
        assertThat(temp.resolve("watchfloor.lock")).doesNotExist();
    }

    private static Printed backtest(String... arguments) {
        return Printed.by(new BacktestCommand(ZoneId.of("Europe/Berlin"), Map.of()), arguments);
    }

    /** One look a minute; the first of each hour is late. */
    private void record(Duration length) throws Exception {
        CheckId check = CheckId.parse("web-1/page");
        Observation up = new Observation(new Outcome.Up("HTTP 200"), Timings.NONE, List.of(), List.of());
        try (Store store = Store.open(data, Settings.DEFAULT, () -> BEGIN.plus(length))) {
            for (int minute = 0; minute < length.toMinutes(); minute++) {
                Instant at = BEGIN.plus(Duration.ofMinutes(minute));
                Duration latency = Duration.ofMillis(minute % 60 == 0 ? 900 : 90);
                store.journal().sample(new CheckResult(check, at, latency, Duration.ZERO, up), State.UP);
            }
        }
    }
}
