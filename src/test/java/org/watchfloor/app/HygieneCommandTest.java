package org.watchfloor.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

/** Which rules do more harm than good, from the terminal. */
class HygieneCommandTest {
    private final FakeEngine engine = new FakeEngine(Worlds.alarmed().snapshot());

    @TempDir
    private Path temp;

    @Test
    void saysWhatIsTheMatterAndWhatMendsIt() throws Exception {
        Printed hygiene = hygiene();

        assertThat(hygiene.exitCode()).as(hygiene.errors()).isEqualTo(1);
        assertThat(hygiene.output().lines().map(String::strip))
                .anyMatch(line -> line.startsWith("certificate  inside normal: cert_days_left lies beyond 30 in"))
                .contains("→ Switch it off");
    }

    @Test
    void printsTheAnswerAsItIs() throws Exception {
        Printed hygiene = hygiene("--json", "--since", "7d");

        assertThat(JsonMapper.shared()
                        .readTree(hygiene.output())
                        .path("findings")
                        .isArray())
                .isTrue();
    }

    @Test
    void saysThatNothingIsFound() {
        HygieneReport report = new HygieneReport(JsonMapper.shared().readTree("{\"findings\": []}"));

        assertThat(report.text()).isEqualTo("no rule does more harm than good");
        assertThat(report.isClean()).isTrue();
    }

    @Test
    void helpsWithWrongUsage() {
        Printed hygiene = Printed.by(new HygieneCommand(Map.of()), "--since", "long");

        assertThat(hygiene.exitCode()).isEqualTo(2);
        assertThat(hygiene.errors()).contains("is no length of time");
    }

    private Printed hygiene(String... arguments) throws IOException {
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
            return Printed.by(new HygieneCommand(Map.of()), all);
        }
    }
}
