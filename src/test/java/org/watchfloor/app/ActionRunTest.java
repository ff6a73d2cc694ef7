package org.watchfloor.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.watchfloor.recovery.approval.PinHash;
import tools.jackson.databind.JsonNode;

/** A real server process is killed, and a runbook of the real program mends it: by hand, by itself, and cut in the middle. */
@EnabledOnOs(OS.LINUX)
class ActionRunTest {
    private static final Duration PATIENCE = RecoveryTalk.PATIENCE;
    private static final String PAGE = "{\"check\":\"web-1/page\",\"by\":\"ada\"}";

    @TempDir
    private Path temp;

    private Path config;
    private Path pid;
    private int port;

    @BeforeEach
    void startServer() throws Exception {
        config = Files.createDirectory(temp.resolve("config"));
        pid = temp.resolve("pid");
        port = freePort();
        String server =
                Path.of(System.getProperty("java.home"), "bin", "jwebserver").toString();
        Path script = Files.writeString(temp.resolve("start.sh"), """
                echo starting in $PWD
                %s -b 127.0.0.1 -p %d -d %s </dev/null >/dev/null 2>&1 &
                echo $! > %s
                """.formatted(server, port, config, pid));
        Files.writeString(config.resolve("site.yaml"), """
                defaults: { every: 1s, timeout: 900ms, unhealthy-after: 2, healthy-after: 1 }
                hosts:
                  web-1:
                    address: 127.0.0.1
                    checks: { page: { http: { url: "http://127.0.0.1:%d/" } } }
                runbooks:
                  start:
                    title: Start the server
                    for: { failures: [connection-refused] }
                    safe: true
                    budget: { attempts: 10, window: 1h, cool-down: 0s, grace: 1m }
                    steps: [ { command: { argv: [/bin/sh, %s] } } ]
                    proof: { checks: [this], green-for: 1s, within: 30s }
                  sleep:
                    for: { hosts: [web-1] }
                    priority: 900
                    steps: [ { command: { argv: [/bin/sleep, '1%d'] } } ]
                    proof: { none: it never ends }
                  file:
                    for: { hosts: [web-1] }
                    priority: 910
                    two-person: true
                    steps: [ { command: { argv: [/bin/touch, %s] } } ]
                    proof: { none: the test looks itself }
                    rollback: { automatic: false, steps: [ { command: { argv: [/bin/rm, %s] } } ] }
                approvers: { bo: { pin: "%s" } }
                """.formatted(
                port, script, port, made(), made(), PinHash.of("bo's pin").text()));
        new ProcessBuilder("/bin/sh", script.toString()).start().waitFor();
    }

    @AfterEach
    void stopServer() throws Exception {
        kill();
        Processes.named("sleep 1" + port).forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void aPersonHasItMended() throws Exception {
        try (Run run = RecoveryTalk.run(config, temp.resolve("data"))) {
            RecoveryTalk door = RecoveryTalk.with(run);
            door.awaitState("web-1/page", "UP");
            kill();
            door.awaitState("web-1/page", "DOWN");

            JsonNode dry = door.post("/api/v1/runbooks/start/dry-run", PAGE);
            assertThat(dry.path("allowed").asBoolean(false)).isTrue();
            assertThat(dry.path("would").path("steps").path(0).path("lines").toString())
                    .contains("start.sh");
            long action = door.begin("start", PAGE);

            JsonNode over = door.awaitOver(action);
            assertThat(over.path("action").path("status").asString("")).isEqualTo("succeeded");
            assertThat(over.path("action").path("by").asString("")).isEqualTo("ada");
            assertThat(over.path("steps").path(0).path("output").asString("")).startsWith("starting in ");
            door.awaitState("web-1/page", "UP");
        }
    }

    @Test
    void itMendsItselfAsSoonAsItMay() throws Exception {
        try (Run run = RecoveryTalk.run(config, temp.resolve("data"))) {
            RecoveryTalk door = RecoveryTalk.with(run);
            door.awaitState("web-1/page", "UP");
            door.automate("LIMITED");
            kill();

            JsonNode action = door.awaitAction(RecoveryTalk.isNow("succeeded"));
            assertThat(action.path("by").asString("")).startsWith("failure ");
            door.awaitState("web-1/page", "UP");
        }
    }

    @Test
    void whatWasCutInTheMiddleIsNotRepeated() throws Exception {
        try (Run run = RecoveryTalk.run(config, temp.resolve("data"))) {
            RecoveryTalk door = RecoveryTalk.with(run);
            door.awaitState("web-1/page", "UP");
            door.post("/api/v1/runbooks/sleep/run", PAGE);
            run.signal("KILL");
            run.exitCode();
        }
        try (Run again = RecoveryTalk.run(config, temp.resolve("data"))) {
            RecoveryTalk door = RecoveryTalk.with(again);
            JsonNode action = door.awaitAction(RecoveryTalk.isNow("unknown_outcome"));
            assertThat(action.path("said").asString("")).contains("during step 1");
            assertThat(Processes.named("sleep 1" + port)).hasSizeLessThan(2);
        }
    }

    @Test
    void aSecondPersonAgreesAndWhatWasDoneIsUndoneByHandOnce() throws Exception {
        try (Run run = RecoveryTalk.run(config, temp.resolve("data"))) {
            RecoveryTalk door = RecoveryTalk.with(run);
            door.awaitState("web-1/page", "UP");
            assertThat(door.refused("/api/v1/runbooks/file/run", PAGE)).contains("409", "another person has to agree");
            assertThat(door.refused("/api/v1/runbooks/file/run", agreed("bo", "guess")))
                    .contains("that is not the PIN of bo");
            assertThat(made()).doesNotExist();

            long action = door.begin("file", agreed("bo", "bo's pin"));
            JsonNode over = door.awaitOver(action);
            assertThat(over.path("action").path("by").asString("")).isEqualTo("ada with bo");
            assertThat(made()).exists();

            String undo = "/api/v1/actions/" + action + "/rollback";
            door.post(undo, "{\"by\":\"ada\"}");
            await().atMost(PATIENCE)
                    .until(() -> door.get("/api/v1/actions/" + action)
                            .path("action")
                            .path("status")
                            .asString("")
                            .equals("rolled_back"));
            assertThat(made()).doesNotExist();
            assertThat(door.refused(undo, "{}")).contains("409", "runs once only");
            assertThat(run.log() + run.output() + run.errors()).doesNotContain("bo's pin", "guess");
        }
    }

    private Path made() {
        return temp.resolve("made");
    }

    private static String agreed(String person, String pin) {
        return "{\"check\":\"web-1/page\",\"by\":\"ada\",\"approver\":\"" + person + "\",\"pin\":\"" + pin + "\"}";
    }

    @Test
    void aPersonStopsIt() throws Exception {
        try (Run run = RecoveryTalk.run(config, temp.resolve("data"))) {
            RecoveryTalk door = RecoveryTalk.with(run);
            door.awaitState("web-1/page", "UP");
            long action = door.begin("sleep", PAGE);
            await().atMost(PATIENCE)
                    .until(() -> !Processes.named("sleep 1" + port).isEmpty());

            door.post("/api/v1/actions/" + action + "/cancel", "{\"by\":\"bo\"}");

            assertThat(door.awaitOver(action).path("action").path("said").asString(""))
                    .startsWith("stopped by bo");
            await().atMost(PATIENCE)
                    .until(() -> Processes.named("sleep 1" + port).isEmpty());
        }
    }

    @Test
    void withoutATokenNothingIsDone() throws Exception {
        try (Run run = Run.headless(config, temp.resolve("data"))) {
            run.awaitReady();
            DoorClient door = new DoorClient(run.url(), Optional.empty());

            assertThat(door.post("/api/v1/runbooks/start/run", PAGE, PATIENCE))
                    .isInstanceOfSatisfying(
                            DoorClient.Failed.class,
                            failed -> assertThat(failed.sentence()).contains("403", "WATCHFLOOR_TOKEN"));
        }
    }

    private void kill() throws IOException, InterruptedException {
        if (Files.exists(pid)) {
            ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).ifPresent(server -> {
                server.destroyForcibly();
                server.onExit().join();
            });
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
