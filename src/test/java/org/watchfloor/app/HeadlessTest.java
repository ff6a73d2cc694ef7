package org.watchfloor.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A life without a screen, from the first look to the signal. */
class HeadlessTest {
    @TempDir
    private Path temp;

    @AutoClose
    private final WebSite site = new WebSite();

    private Path config = Path.of("");
    private Path data = Path.of("");

    HeadlessTest() throws IOException {}

    @BeforeEach
    void configure() throws IOException {
        config = temp.resolve("config");
        data = temp.resolve("data");
        site.configure(config);
    }

    @Test
    void watchesAndTells() throws Exception {
        try (Run run = Run.headless(config, data)) {
            JsonNode check = run.awaitState("web-1/page", "UP");

            assertThat(check.path("latencySeconds").asDouble(0)).isPositive();
            run.awaitReady();
            // a start keeps all processors busy for a moment, which the machine's own health tells as unhealthy
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> run.get("/health").statusCode() == 200);
            assertThat(run.get("/metrics").body()).contains("web-1");

            site.answers(503);

            assertThat(run.awaitState("web-1/page", "DOWN").path("reason").asString(""))
                    .isEqualTo("STATUS");
            JsonNode incidents =
                    run.awaitJson("/api/v1/incidents", list -> list.toString().contains("web-1"));
            assertThat(incidents.toString()).contains("web-1");
        }
    }

    @Test
    void stopsAllStagesOnASignal() throws Exception {
        try (Run run = Run.headless(config, data)) {
            run.awaitState("web-1/page", "UP");

            run.signal("TERM");

            assertThat(run.exitCode()).isEqualTo(128 + 15);
            assertThat(run.log())
                    .containsSubsequence(
                            "store started",
                            "engine started",
                            "web door started",
                            "configuration watcher started",
                            "configuration watcher stopped",
                            "web door stopped",
                            "engine stopped",
                            "store stopped")
                    .doesNotContain("WARN", "ERROR");
            assertThat(data.resolve("watchfloor.pid")).doesNotExist();
        }
    }

    @Test
    void refusesASecondStartOnTheSameData() throws Exception {
        try (Run first = Run.headless(config, data)) {
            String url = first.url().toString();
            try (Run second = Run.headless(config, data)) {
                assertThat(second.exitCode()).isEqualTo(2);
                assertThat(second.errors().lines())
                        .singleElement()
                        .asString()
                        .contains(data.toString(), "pid " + first.pid(), url);
            }
            assertThat(first.get("/health/live").statusCode()).isEqualTo(200);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void listensOnLoopbackOnly() throws Exception {
        try (Run run = Run.headless(config, data)) {
            run.awaitState("web-1/page", "UP");

            assertThat(listeners(run.pid()))
                    .singleElement()
                    .asString()
                    .endsWith("0100007F:%04X".formatted(run.url().getPort()));
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void listensNowhereWhenTheDoorIsOff() throws Exception {
        try (Run run = Run.of(
                data,
                Map.of(),
                "--headless",
                "--listen",
                "off",
                "--config",
                config.toString(),
                "--data",
                data.toString())) {
            await().atMost(Run.PATIENCE).until(() -> !site.looks().isEmpty());

            assertThat(listeners(run.pid())).isEmpty();
        }
    }

    /** Local addresses of the process's listening sockets, in the kernel's hexadecimal notation. */
    private static Set<String> listeners(long pid) throws IOException {
        Set<String> sockets;
        try (Stream<Path> files = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            sockets = files.map(HeadlessTest::target)
                    .filter(target -> target.startsWith("socket:"))
                    .map(target -> target.replaceAll("\\D", ""))
                    .collect(Collectors.toSet());
        }
        try (Stream<String> ipv4 = Files.lines(Path.of("/proc/" + pid + "/net/tcp"));
                Stream<String> ipv6 = Files.lines(Path.of("/proc/" + pid + "/net/tcp6"))) {
            return Stream.concat(ipv4, ipv6)
                    .map(line -> line.strip().split("\\s+"))
                    .filter(fields -> fields[3].equals("0A") && sockets.contains(fields[9]))
                    .map(fields -> fields[1])
                    .collect(Collectors.toSet());
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "gone";
        }
    }
}
