package org.watchfloor.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What cannot start says in one sentence why, and what to do. */
class StartRefusedTest {
    @TempDir
    private Path temp;

    @AutoClose
    private final WebSite site = new WebSite();

    private Path config = Path.of("");
    private Path data = Path.of("");

    StartRefusedTest() throws IOException {}

    @BeforeEach
    void configure() throws IOException {
        config = temp.resolve("config");
        data = temp.resolve("data");
        site.configure(config);
    }

    @Test
    void listsAllProblemsOfTheConfiguration() throws Exception {
        Files.writeString(config.resolve("more.yaml"), "hosts:\n  web-2:\n    adress: here\ngruops: {}\n");

        try (Run run = Run.headless(config, data)) {
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.errors()).contains("more.yaml:3:5: ", "more.yaml:4:1: ", "\"groups\"");
        }
    }

    @Test
    void namesAMissingConfiguration() throws Exception {
        try (Run run = Run.headless(temp.resolve("nowhere"), data)) {
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.errors()).contains("nowhere").doesNotContain("Exception");
        }
    }

    @Test
    void namesATakenPortThatWasAskedFor() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            String address = "127.0.0.1:" + taken.getLocalPort();

            refuses(Map.of(), List.of("--headless", "--listen", address), address, "--listen");
        }
    }

    @Test
    void takesAFreePortWhenTheUsualOneIsTaken() throws Exception {
        try (AutoCloseable usual = holdUsualPort();
                Run run = Run.of(data, Map.of(), arguments(List.of("--headless")))) {
            assertThat(usual).isNotNull();
            assertThat(run.url().getPort()).isNotEqualTo(7070);
            assertThat(run.get("/health/live").statusCode()).isEqualTo(200);
            assertThat(run.log()).contains("port 7070 is taken");
        }
    }

    @Test
    void namesAnAddressThatIsNone() throws Exception {
        refuses(Map.of(), List.of("--headless", "--listen", "here"), "--listen here", "127.0.0.1:7070");
    }

    @Test
    void doesNotOpenTheDoorToTheNetworkWithoutAToken() throws Exception {
        Run run = refuses(
                Map.of(),
                List.of("--headless", "--listen", "0.0.0.0:0"),
                "0.0.0.0",
                "WATCHFLOOR_TOKEN",
                "at least 16 characters");

        assertThat(run.log()).doesNotContain("started in");
    }

    @Test
    void namesTheAddressThatItWasToldWhereItListensEverywhere() throws Exception {
        Map<String, String> token = Map.of("WATCHFLOOR_TOKEN", "0123456789abcdef");

        try (Run run = Run.of(data, token, arguments(List.of("--headless", "--listen", "0.0.0.0:0")))) {
            assertThat(run.url().getHost()).isEqualTo("0.0.0.0");
            assertThat(run.log())
                    .contains("listens on http://0.0.0.0:" + run.url().getPort());
        }
    }

    @Test
    void doesNotTakeAWeakToken() throws Exception {
        Run run = refuses(
                Map.of("WATCHFLOOR_TOKEN", "hunter2"), List.of("--headless", "--listen", "0.0.0.0:0"), "shorter than");

        assertThat(run.errors() + run.log()).doesNotContain("hunter2");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void namesHeadlessWhereThereIsNoDisplay() throws Exception {
        refuses(Map.of(), List.of(), "no display", "--headless");
        assertThat(data).doesNotExist();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void namesHeadlessWhereTheDisplayDoesNotAnswer() throws Exception {
        refuses(Map.of("DISPLAY", ":64999"), List.of("--listen", "off"), "display", "--headless");
    }

    @Test
    void namesADataDirectoryThatCannotBeUsed() throws Exception {
        Files.createFile(data);

        refuses(Map.of(), List.of("--headless"), data.toString(), "--data");
    }

    @Test
    void listsTheProblemsOfALabScript() throws Exception {
        Path script = Files.writeString(temp.resolve("script.lab"), "at noon: break everything\n");

        try (Run run = Run.of(
                data,
                Map.of(),
                arguments(List.of("--headless", "--listen", "off", "--lab-script", script.toString())))) {
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.errors()).contains("script.lab:1:").doesNotContain("Exception");
        }
    }

    @Test
    void saysWhatABasePortOfTheLabMayBe() throws Exception {
        List<String> jvm = List.of("-Dlab.base-port=here");
        List<String> options = List.of("--headless", "--listen", "off", "--lab");

        try (Run run = Run.of(data, Map.of(), jvm, arguments(options))) {
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.errors())
                    .contains("lab.base-port is \"here\"; use a number from 1024 to 65000")
                    .doesNotContain("Exception");
        }
    }

    @Test
    void helpsWithAnUnknownOption() throws Exception {
        try (Run run = Run.of(data, Map.of(), "--headles")) {
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.errors()).contains("--headles'", "--headless");
        }
    }

    private Run refuses(Map<String, String> environment, List<String> options, String... said) throws Exception {
        try (Run run = Run.of(data, environment, arguments(options))) {
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.errors().lines().filter(line -> line.startsWith("watchfloor: ")))
                    .singleElement()
                    .asString()
                    .contains(said);
            assertThat(run.errors()).doesNotContain("Exception");
            return run;
        }
    }

    private String[] arguments(List<String> options) {
        List<String> arguments = new ArrayList<>(List.of("--config", config.toString(), "--data", data.toString()));
        arguments.addAll(options);
        return arguments.toArray(String[]::new);
    }

    /** Somebody else may hold it already, which is as good. */
    private static AutoCloseable holdUsualPort() {
        try {
            return new ServerSocket(7070, 1, InetAddress.ofLiteral("127.0.0.1"));
        } catch (IOException e) {
            return () -> {};
        }
    }
}
