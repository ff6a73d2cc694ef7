package org.watchfloor.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the real program does about failures while it loses its disk, its memory, its life, or everything at once. */
@Tag("chaos")
@EnabledOnOs(OS.LINUX)
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class ChaosTest {
    private static final String PAGE = "{\"check\":\"web-1/port\",\"by\":\"ada\"}";

    @TempDir
    private Path temp;

    private Path config;
    private Path trace;

    @BeforeEach
    void place() throws IOException {
        config = Files.createDirectory(temp.resolve("config"));
        trace = Files.createFile(temp.resolve("trace"));
    }

    @Test
    void killedAtEachStepItRepeatsNothing() throws Exception {
        try (ServerSocket server = listen()) {
            write(server.getLocalPort(), """
                    three:
                      for: { hosts: [web-1] }
                      budget: { attempts: 10, cool-down: 0s }
                      steps:
                        - command: { argv: [/bin/sh, -c, 'echo one >> %1$s; exec sleep 2'] }
                        - command: { argv: [/bin/sh, -c, 'echo two >> %1$s; exec sleep 2'] }
                        - command: { argv: [/bin/sh, -c, 'echo three >> %1$s; exec sleep 2'] }
                      proof: { checks: [this], green-for: 1m, within: 5m }
                    """.formatted(trace));
            for (int step = 1; step <= 4; step++) {
                Files.writeString(trace, "");
                long action = killedIn(step);
                assertThat(after(action)).contains(step <= 3 ? "during step " + step : "while it was under way");
                assertThat(Files.readAllLines(trace)).hasSize(Math.min(step, 3));
            }
        }
    }

    /** @param step from 1; 4 is the proof */
    private long killedIn(int step) throws Exception {
        try (Run run = start()) {
            RecoveryTalk door = RecoveryTalk.with(run);
            door.awaitState("web-1/port", "UP");
            long action = door.begin("three", PAGE);
            await().atMost(RecoveryTalk.PATIENCE)
                    .until(() -> step <= 3
                            ? Files.readAllLines(trace).size() == step
                            : said(door, action).startsWith("the steps are done"));
            run.signal("KILL");
            run.exitCode();
            return action;
        }
    }

    /** What is said of it after a restart, once its checks were looked at. */
    private String after(long action) throws Exception {
        try (Run again = start()) {
            RecoveryTalk door = RecoveryTalk.with(again);
            door.awaitState("web-1/port", "UP");
            JsonNode over = door.awaitOver(action).path("action");
            assertThat(over.path("status").asString("")).isEqualTo("unknown_outcome");
            return over.path("said").asString("");
        }
    }

    private static String said(RecoveryTalk door, long action) throws InterruptedException {
        return door.get("/api/v1/actions/" + action).path("action").path("said").asString("");
    }

    @Test
    void withoutADiskItWatchesOnAndMendsNothing() throws Exception {
        ServerSocket server = listen();
        write(server.getLocalPort(), """
                mend:
                  for: { failures: [connection-refused] }
                  safe: true
                  steps: [ { command: { argv: [/bin/sh, -c, 'echo mended >> %s'] } } ]
                  proof: { checks: [this], green-for: 1s, within: 5s }
                """.formatted(trace));
        try (Run run = start()) {
            RecoveryTalk door = RecoveryTalk.with(run);
            door.awaitState("web-1/port", "UP");
            door.automate("FULL");
            filesOf(run, "0");

            server.close();
            door.awaitState("web-1/port", "DOWN");
            await().atMost(RecoveryTalk.PATIENCE)
                    .until(() -> door.get("/api/v1/automation").path("level").asString(""), "MONITOR"::equals);
            assertThat(trace).isEmptyFile();

            filesOf(run, "unlimited");
            await().atMost(RecoveryTalk.PATIENCE)
                    .until(() -> door.door().get("/health/ready") instanceof DoorClient.Found);
            assertThat(door.get("/api/v1/automation").path("level").asString(""))
                    .isEqualTo("MONITOR");
            assertThat(trace).isEmptyFile();
        }
    }

    /** From now on no file of the process may grow beyond that. */
    private static void filesOf(Run run, String limit) throws Exception {
        assertThat(new ProcessBuilder("prlimit", "--pid", Long.toString(run.pid()), "--fsize=" + limit + ":unlimited")
                        .start()
                        .waitFor())
                .isZero();
    }

    @Test
    void aThousandFailuresAtOnceAreMendedAFewAtATimeAndThenLeftToPeople() throws Exception {
        ServerSocket server = listen();
        Files.writeString(config.resolve("site.yaml"), thousand(server.getLocalPort()));
        try (Run run = start()) {
            RecoveryTalk door = RecoveryTalk.with(run);
            awaitStates(door, "UP");
            door.automate("FULL");
            server.close();

            await().atMost(RecoveryTalk.PATIENCE).until(() -> {
                assertThat(door.actions(RecoveryTalk.isNow("in_progress"))).hasSizeLessThanOrEqualTo(10);
                return door.get("/api/v1/automation").path("level").asString("").equals("MONITOR");
            });
            awaitStates(door, "DOWN");
            assertThat(Files.readAllLines(trace)).hasSizeBetween(5, 30);
        }
    }

    private static void awaitStates(RecoveryTalk door, String state) {
        await().atMost(RecoveryTalk.PATIENCE)
                .until(
                        () -> door.get("/api/v1/checks").path("checks"),
                        checks -> checks.size() == 1_000
                                && checks.valueStream()
                                        .allMatch(check ->
                                                check.path("state").asString("").equals(state)));
    }

    private String thousand(int port) {
        StringBuilder text = new StringBuilder(
                "defaults: { every: 5s, timeout: 2s, unhealthy-after: 1, healthy-after: 1 }\nhosts:\n");
        for (int host = 0; host < 1_000; host++) {
            text.append("  web-%d: { address: 127.0.0.1, checks: { port: { tcp: { port: %d } } } }\n"
                    .formatted(host, port));
        }
        return text + """
                runbooks:
                  mend:
                    for: { failures: [connection-refused] }
                    steps: [ { command: { argv: [/bin/sh, -c, 'echo tried >> %s'] } } ]
                    proof: { checks: [this], green-for: 0s, within: 2s }
                """.formatted(trace);
    }

    @Test
    void aStepThatPrintsAGigabyteLeavesALittleMemoryAlone() throws Exception {
        try (ServerSocket server = listen()) {
            write(server.getLocalPort(), """
                    print:
                      for: { hosts: [web-1] }
                      steps: [ { command: { argv: [/bin/sh, -c, 'head -c 1G /dev/zero | tr "\\0" x'] } } ]
                      proof: { checks: [this], green-for: 1s, within: 30s }
                    """);
            try (Run run = RecoveryTalk.run(config, temp.resolve("data"), "-Xmx96m")) {
                RecoveryTalk door = RecoveryTalk.with(run);
                door.awaitState("web-1/port", "UP");

                JsonNode over = door.awaitOver(door.begin("print", PAGE));

                assertThat(over.path("action").path("status").asString("")).isEqualTo("succeeded");
                assertThat(over.path("steps")
                                .path(0)
                                .path("output")
                                .asString("")
                                .length())
                        .isBetween(1_000, 300_000);
                assertThat(run.log()).doesNotContain("OutOfMemoryError");
            }
        }
    }

    private Run start() throws IOException {
        return RecoveryTalk.run(config, temp.resolve("data"));
    }

    private void write(int port, String runbooks) throws IOException {
        Files.writeString(config.resolve("site.yaml"), """
                defaults: { every: 1s, timeout: 900ms, unhealthy-after: 1, healthy-after: 1 }
                hosts:
                  web-1: { address: 127.0.0.1, checks: { port: { tcp: { port: %d } } } }
                runbooks:
                """.formatted(port) + runbooks.indent(2));
    }

    private static ServerSocket listen() throws IOException {
        ServerSocket server = new ServerSocket(0, 1_000, InetAddress.ofLiteral("127.0.0.1"));
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try {
                    server.accept().close();
                } catch (IOException _) {
                    return; // closed
                }
            }
        });
        return server;
    }
}
