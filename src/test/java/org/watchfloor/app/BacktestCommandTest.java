package org.watchfloor.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.watchfloor.config.ConfigDirectory;
import org.watchfloor.config.SiteEditor;
import org.watchfloor.engine.FakeRecordings;
import org.watchfloor.engine.FakeRecovery;
import org.watchfloor.engine.backtest.Backtests;
import org.watchfloor.model.CheckId;
import org.watchfloor.ui.FakeEngine;
import org.watchfloor.ui.FakeGates;
import org.watchfloor.ui.FakeHistory;
import org.watchfloor.ui.FakeSilences;
import org.watchfloor.ui.Worlds;
import org.watchfloor.web.Editing;
import org.watchfloor.web.EnginePorts;
import org.watchfloor.web.Installation;
import org.watchfloor.web.WebDoor;
import org.watchfloor.web.WebSettings;
import tools.jackson.databind.json.JsonMapper;

/** Trying a rule on the past, from the terminal. */
class BacktestCommandTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final FakeEngine engine = new FakeEngine(Worlds.alarmed().snapshot());

    @TempDir
    private Path temp;

    @Test
    void showsWhatADraftWouldHaveDone() throws Exception {
        Path draft = Files.writeString(temp.resolve("draft.yaml"), "when: latency > 500ms\nfor: 2m\n");

        Printed backtest = backtest("slow", "--since", "2d", "--rule-file", draft.toString());

        assertThat(backtest.exitCode()).as(backtest.errors()).isZero();
        assertThat(backtest.output().lines())
                .contains(
                        "slow: latency > 500ms, for 2 minutes",
                        "  49 firings   175.2 pages a week   2 hours firing",
                        "  2026-11-19  ████████████████████████████████████████ 24",
                        "firings a day",
                        "loudest",
                        "the last 10 firings",
                        "  2026-11-20 13:02:00 CET  still firing  web-7/front: latency of web-7/front is 900 ms > 500 ms",
                        "suggestion");
    }

    @Test
    void printsTheAnswerAsItIs() throws Exception {
        Printed backtest = backtest("slow", "--since", "1d", "--json");

        assertThat(backtest.exitCode()).as(backtest.errors()).isZero();
        assertThat(JsonMapper.shared()
                        .readTree(backtest.output())
                        .get("rule")
                        .get("id")
                        .asString())
                .isEqualTo("slow");
    }

    @Test
    void saysThatThereIsNoSuchRule() throws Exception {
        Printed backtest = backtest("nope");

        assertThat(backtest.exitCode()).isEqualTo(1);
        assertThat(backtest.errors()).contains("there is no such alert rule");
    }

    @Test
    void saysWhatIsWrongWithADraft() throws Exception {
        Path draft = Files.writeString(temp.resolve("draft.yaml"), "when: latency > 500ms\nfr: 2m\n");

        Printed backtest = backtest("slow", "--rule-file", draft.toString());

        assertThat(backtest.exitCode()).isEqualTo(2);
        assertThat(backtest.errors()).contains("draft:2:1:", "\"fr\"");
    }

    @ParameterizedTest
    @CsvSource({
        "slow, --since=yesterday, is no length of time",
        "slow, --url=ftp://x, is no web address",
        "sl ow, --json, cannot be the id of a rule",
        "slow, --rule-file=/nowhere/draft.yaml, cannot be read"
    })
    void helpsWithWrongUsage(String rule, String option, String said) {
        Printed backtest = Printed.by(new BacktestCommand(ZONE, Map.of()), rule, option);

        assertThat(backtest.exitCode()).isEqualTo(2);
        assertThat(backtest.errors()).contains(said);
    }

    @Test
    void saysWhatToDoWhenNobodyAnswers() throws Exception {
        int port;
        try (ServerSocket once = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            port = once.getLocalPort();
        }

        Printed backtest = Printed.by(new BacktestCommand(ZONE, Map.of()), "slow", "--url", "http://127.0.0.1:" + port);

        assertThat(backtest.exitCode()).isEqualTo(2);
        assertThat(backtest.errors()).contains("no Watchfloor answers at", "start it");
    }

    private Printed backtest(String... arguments) throws IOException {
        FakeHistory history = new FakeHistory();
        FakeRecordings recordings =
                new FakeRecordings(CheckId.parse("web-7/front"), Worlds.NOON.minus(Duration.ofDays(3)));
        SiteEditor editor = new SiteEditor(new ConfigDirectory(temp, List.of()), Runnable::run);
        EnginePorts ports = new EnginePorts(
                engine,
                history,
                engine,
                engine.alerts(),
                engine.alerts(),
                new Editing(editor, new FakeSilences()),
                new Backtests(history, recordings),
                new FakeGates().desk(),
                new FakeRecovery().desk());
        try (WebDoor door =
                new WebDoor(WebSettings.loopback(0), ports, new Installation("1.2.3", temp), () -> Worlds.NOON)) {
            door.start();
            String[] all = Stream.concat(Stream.of("--url", "http://127.0.0.1:" + door.port()), Stream.of(arguments))
                    .toArray(String[]::new);
            return Printed.by(new BacktestCommand(ZONE, Map.of()), all);
        }
    }
}
