package org.watchfloor.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.watchfloor.alert.Alert;
import org.watchfloor.alert.Hold;
import org.watchfloor.alert.Subject;
import org.watchfloor.alert.Verdict;
import org.watchfloor.config.ConfigDirectory;
import org.watchfloor.config.Secret;
import org.watchfloor.config.SiteEditor;
import org.watchfloor.engine.FakeRecordings;
import org.watchfloor.engine.FakeRecovery;
import org.watchfloor.engine.backtest.Backtests;
import org.watchfloor.model.Actor;
import org.watchfloor.model.AlertId;
import org.watchfloor.model.ChannelId;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.Labels;
import org.watchfloor.model.Severity;
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

/** Why, asked of a real web door. */
class WhyCommandTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final String TOKEN = "s3cret-s3cret-s3cret";
    private static final Alert ALERT = new Alert(
            new AlertId(12),
            "down",
            Subject.of(CheckId.parse("web-7/front")),
            Labels.of(Map.of("rule", "down", "host", "web-7")),
            Severity.HIGH,
            Worlds.NOON.minusSeconds(240),
            Optional.of(Worlds.NOON.minusSeconds(180)),
            Optional.empty(),
            new Alert.Said("web-7/front is down: connection refused", "", "", "", ""),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new Alert.Held(Hold.SILENCED, "cable of mara")),
            new TreeMap<>());

    @TempDir
    private Path temp;

    private final FakeEngine engine = new FakeEngine(Worlds.troubled().snapshot());

    @Test
    void printsTheChainOfAnAlertInLocalTime() throws Exception {
        engine.alerts()
                .knows(ALERT)
                .decided(
                        verdict(1, Verdict.Kind.FIRED, "state == DOWN for 1 min"),
                        verdict(2, Verdict.Kind.HELD, "is silenced by cable"),
                        verdict(3, Verdict.Kind.PAGED, "told as HIGH"),
                        verdict(4, Verdict.Kind.COMMENT, "on\u001b[31m my\nway"));

        Printed why = why(Optional.empty(), Map.of(), "12");

        assertThat(why.errors()).isEmpty();
        assertThat(why.output().lines())
                .containsExactly(
                        "alert 12, P2 down, is firing since 2026-11-20 13:01:09 CET:"
                                + " web-7/front is down: connection refused; it is silenced by cable of mara",
                        "2026-11-20 13:01:10 CET  alert 12 down  fired: state == DOWN for 1 min",
                        "2026-11-20 13:01:11 CET  alert 12 down  held: is silenced by cable",
                        "2026-11-20 13:01:12 CET  alert 12 down  paged ops-mail: told as HIGH",
                        "2026-11-20 13:01:13 CET  alert 12 down  comment: noor: on [31m my way");
        assertThat(why.exitCode()).isZero();
    }

    @Test
    void printsWhatWasDecidedAboutACheck() throws Exception {
        engine.alerts().decided(verdict(1, Verdict.Kind.NOBODY, "there is nobody to tell"));

        Printed why = why(Optional.empty(), Map.of(), "web-7/front", "--since", "2d");

        assertThat(why.output().lines())
                .containsExactly("2026-11-20 13:01:10 CET  alert 12 down  nobody: there is nobody to tell");
        assertThat(why.exitCode()).isZero();
    }

    @Test
    void printsTheAnswerOfTheDoorAsItIs() throws Exception {
        engine.alerts().decided(verdict(1, Verdict.Kind.NOBODY, "there is nobody to tell"));

        Printed why = why(Optional.empty(), Map.of(), "--json", "web-7/front");

        assertThat(JsonMapper.shared()
                        .readTree(why.output())
                        .at("/verdicts/0/kind")
                        .asString(""))
                .isEqualTo("NOBODY");
        assertThat(why.exitCode()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "web-7/front | nothing was decided about web-7/front in the last 24h",
                "web-7/nope | there is no check web-7/nope",
                "99 | there is no alert 99"
            })
    void saysThatNothingIsKnown(String subject, String said) throws Exception {
        Printed why = why(Optional.empty(), Map.of(), subject);

        assertThat(why.output() + why.errors()).contains(said);
        assertThat(why.exitCode()).isEqualTo(1);
    }

    @Test
    void showsTheTokenOfTheEnvironment() throws Exception {
        Path file = Files.writeString(temp.resolve("token"), TOKEN);
        Optional<Secret> token = Optional.of(new Secret.File(file));
        engine.alerts().knows(ALERT);

        assertThat(why(token, Map.of("WATCHFLOOR_TOKEN", TOKEN + "\n"), "12").exitCode())
                .isZero();
        Printed without = why(token, Map.of(), "12");
        assertThat(without.exitCode()).isEqualTo(2);
        assertThat(without.errors()).contains("wants a token; put it into WATCHFLOOR_TOKEN");
        Printed wrong = why(token, Map.of("WATCHFLOOR_TOKEN", "guess"), "12");
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.errors()).contains("does not accept the token").doesNotContain("guess");
    }

    @Test
    void saysWhatToDoWhenNobodyAnswers() throws Exception {
        Printed why = ask("http://127.0.0.1:" + closedPort(), Map.of(), "12");

        assertThat(why.exitCode()).isEqualTo(2);
        assertThat(why.errors().lines()).hasSize(1);
        assertThat(why.errors()).contains("no Watchfloor answers at http://127.0.0.1:", "start it", "--url");
        assertThat(why.output()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"text/html, <html>, 200", "application/json, {, 200", "text/plain, no, 404", "application/json, [], 404"
    })
    void noticesThatSomethingElseAnswers(String type, String body, int status) throws Exception {
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        other.createContext("/", exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        other.start();
        try {
            Printed why = ask("http://127.0.0.1:" + other.getAddress().getPort() + "/", Map.of(), "12");

            assertThat(why.exitCode()).isEqualTo(2);
            assertThat(why.errors()).contains("is not the web door of a Watchfloor");
        } finally {
            other.stop(0);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "front, front, is neither",
        "web-7/../../engine, web-7, is neither",
        "web-7/front, --since=yesterday, is no length of time",
        "12, --url=ftp://x, is no web address",
        "12, --url=:, --url"
    })
    void helpsWithWrongUsage(String subject, String option, String said) {
        Printed why = option.startsWith("--")
                ? Printed.by(new WhyCommand(ZONE, Map.of()), subject, option)
                : Printed.by(new WhyCommand(ZONE, Map.of()), subject);

        assertThat(why.exitCode()).isEqualTo(2);
        assertThat(why.errors()).contains(said);
    }

    @Test
    void asksTheWatchfloorThatRuns() throws Exception {
        try (WebSite site = new WebSite()) {
            site.answers(503);
            site.configure(temp.resolve("config"));
            try (Run watchfloor = Run.headless(temp.resolve("config"), temp.resolve("data"))) {
                watchfloor.awaitJson(
                        "/api/v1/checks/web-1/page/why",
                        why -> why.path("verdicts").toString().contains("FIRED"));
                String url = watchfloor.url().toString();
                try (Run why = Run.of(temp.resolve("data"), Map.of(), "why", "web-1/page", "--url", url)) {
                    assertThat(why.exitCode()).as(why.errors()).isZero();
                    assertThat(why.output()).contains("fired", "web-1/page is down");
                }
            }
        }
    }

    private Printed why(Optional<Secret> token, Map<String, String> environment, String... arguments)
            throws IOException {
        WebSettings usual = WebSettings.loopback(0);
        WebSettings settings = new WebSettings(usual.address(), token, Set.of(), 1_000, 1_000);
        SiteEditor editor = new SiteEditor(new ConfigDirectory(temp, List.of()), Runnable::run);
        FakeHistory history = new FakeHistory();
        Backtests backtests = new Backtests(history, new FakeRecordings(CheckId.parse("web-7/front"), Worlds.NOON));
        EnginePorts ports = new EnginePorts(
                engine,
                history,
                engine,
                engine.alerts(),
                engine.alerts(),
                new Editing(editor, new FakeSilences()),
                backtests,
                new FakeGates().desk(),
                new FakeRecovery().desk());
        try (WebDoor door = new WebDoor(settings, ports, new Installation("1.2.3", temp), () -> Worlds.NOON)) {
            door.start();
            return ask("http://127.0.0.1:" + door.port(), environment, arguments);
        }
    }

    private static Printed ask(String url, Map<String, String> environment, String... arguments) {
        String[] all =
                Stream.concat(Stream.of("--url", url), Stream.of(arguments)).toArray(String[]::new);
        return Printed.by(new WhyCommand(ZONE, environment), all);
    }

    private static Verdict verdict(long id, Verdict.Kind kind, String text) {
        Instant fired = Worlds.NOON.minus(Duration.ofMinutes(3));
        return new Verdict(
                id,
                fired.plusSeconds(id),
                ALERT.id(),
                ALERT.rule(),
                ALERT.subject(),
                kind,
                kind == Verdict.Kind.PAGED ? Optional.of(new ChannelId("ops-mail")) : Optional.empty(),
                kind == Verdict.Kind.COMMENT ? Optional.of(new Actor("noor")) : Optional.empty(),
                text);
    }

    private static int closedPort() throws IOException {
        try (ServerSocket once = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return once.getLocalPort();
        }
    }
}
