package org.watchfloor.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.watchfloor.ssh.TestSshd;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands that answer and end. */
class CommandsTest {
    @TempDir
    private Path temp;

    @AutoClose
    private final WebSite site = new WebSite();

    private Path config = Path.of("");

    CommandsTest() throws IOException {}

    @BeforeEach
    void configure() throws IOException {
        config = temp.resolve("config");
        site.configure(config, """
                closed:
                  address: 127.0.0.1
                  checks:
                    port:
                      tcp: { port: %d }
                slow:
                  address: 127.0.0.1
                  checks:
                    page:
                      http: { url: "http://127.0.0.1:%d/" }
                      thresholds: { latency: { degraded: "> 0" } }
                odd:
                  address: 127.0.0.1
                  checks:
                    missing:
                      command: { argv: [/nowhere/at-all] }
                """.formatted(closedPort(), site.port()));
    }

    @Test
    void validatesTheSample() throws Exception {
        try (Run run = run("validate", "sample-config")) {
            assertThat(run.exitCode()).as(run.output() + run.errors()).isZero();
            assertThat(run.output()).startsWith("no problems: ").contains("13 hosts");
        }
    }

    @Test
    void validatesWhatIsBroken() throws Exception {
        Files.writeString(config.resolve("more.yaml"), "hosts:\n  web-1:\n    adress: x\ngruops: {}\n");

        try (Run run = run("validate", config.toString())) {
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.output().lines().toList())
                    .hasSizeGreaterThanOrEqualTo(3)
                    .allMatch(line -> line.matches("\\S+\\.yaml:\\d+:\\d+: .+; .+"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "web-1/page,0,UP,",
        "slow/page,1,DEGRADED,",
        "closed/port,2,DOWN,REFUSED",
        "odd/missing,3,UNKNOWN,COMMAND_NOT_FOUND"
    })
    void probesAsANagiosPluginDoes(String check, int exitCode, String state, String reason) throws Exception {
        try (Run run = run("probe", "--config", config.toString(), "--json", check)) {
            assertThat(run.exitCode()).as(run.output() + run.errors()).isEqualTo(exitCode);
            JsonNode json = JsonMapper.shared().readTree(run.output());
            assertThat(json.path("check").asString("")).isEqualTo(check);
            assertThat(json.path("state").asString("")).isEqualTo(state);
            assertThat(json.path("latencyMillis").asDouble(-1)).isPositive();
            if (reason != null) {
                assertThat(json.path("reason").asString("")).isEqualTo(reason);
            }
        }
    }

    @Test
    void probesInWords() throws Exception {
        try (Run run = run("probe", "--config", config.toString(), "web-1/page")) {
            assertThat(run.exitCode()).isZero();
            assertThat(run.output())
                    .startsWith("web-1/page is UP")
                    .contains("http://127.0.0.1:" + site.port(), "connect", "first byte", " ms");
            assertThat(run.errors()).isEmpty();
        }
    }

    @Test
    void trustsTheHostKeysThatTheEngineTrusts() throws Exception {
        Path data = temp.resolve("data");
        try (TestSshd server = new TestSshd()) {
            site.configure(config, """
                    ssh:
                      address: 127.0.0.1
                      checks:
                        login:
                          every: 30s
                          timeout: 10s
                          ssh: { port: %d, command: uptime }
                    """.formatted(server.port()));

            try (Run run = run("probe", "--config", config.toString(), "--data", data.toString(), "ssh/login")) {
                assertThat(run.exitCode()).isEqualTo(3);
                assertThat(run.output()).contains("trust it with", ">> '" + data.resolve("known_hosts") + "'");
            }
        }
    }

    @Test
    void readsTheConfigurationInTheHomeOfTheEnvironment() throws Exception {
        Path home = Files.createDirectory(temp.resolve("home"));
        site.configure(Files.createDirectories(home.resolve(".config")).resolve("watchfloor"));

        try (Run run =
                Run.of(temp.resolve("data"), Map.of("HOME", home.toString(), "XDG_CONFIG_HOME", ""), "validate")) {
            assertThat(run.exitCode()).as(run.errors()).isZero();
            assertThat(run.output()).startsWith("no problems: 1 check on 1 host, 0 services");
        }
    }

    @Test
    void doesNotKnowEveryCheck() throws Exception {
        try (Run run = run("probe", "--config", config.toString(), "web-1/pages")) {
            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.errors()).contains("\"web-1/pages\"", "web-1/page");
        }
    }

    @Test
    void describesTheFormat() throws Exception {
        try (Run run = run("schema")) {
            assertThat(run.exitCode()).isZero();
            assertThat(JsonMapper.shared().readTree(run.output()).path("title").asString(""))
                    .isEqualTo("Watchfloor configuration");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--help,--headless",
        "validate --help,validate",
        "probe --help,unknown",
        "schema --help,schema",
        "--version,Watchfloor"
    })
    void explainsItself(String arguments, String word) throws Exception {
        try (Run run = run(arguments.split(" ", -1))) {
            assertThat(run.exitCode()).isZero();
            assertThat(run.output()).contains(word);
            assertThat(run.errors()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"validate --strct,2,Usage: ", "probe --jsn x,3,--json", "schma,2,watchfloor schema"})
    void helpsWithWrongUsage(String arguments, int exitCode, String help) throws Exception {
        try (Run run = run(arguments.split(" ", -1))) {
            assertThat(run.exitCode()).isEqualTo(exitCode);
            assertThat(run.errors())
                    .containsPattern("Unknown option|Unmatched argument")
                    .contains(help);
        }
    }

    private Run run(String... arguments) throws IOException {
        return Run.of(temp.resolve("data"), Map.of(), arguments);
    }

    private static int closedPort() throws IOException {
        try (ServerSocket once = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return once.getLocalPort();
        }
    }
}
