package org.watchfloor.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
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
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
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
        try (Run run = run()) {
            DoorClient door = door(run);
            awaitState(door, "UP");
            kill();
            awaitState(door, "DOWN");

            JsonNode dry = post(door, "/api/v1/runbooks/start/dry-run", PAGE);
            assertThat(dry.path("allowed").asBoolean(false)).isTrue();
            assertThat(dry.path("would").path("steps").path(0).path("lines").toString())
                    .contains("start.sh");
            long action =
                    post(door, "/api/v1/runbooks/start/run", PAGE).path("id").asLong(0);

            JsonNode over = awaitOver(door, action);
            assertThat(over.path("action").path("status").asString("")).isEqualTo("succeeded");
            assertThat(over.path("action").path("by").asString("")).isEqualTo("ada");
            assertThat(over.path("steps").path(0).path("output").asString("")).startsWith("starting in ");
            awaitState(door, "UP");
        }
    }

    @Test
    void itMendsItselfAsSoonAsItMay() throws Exception {
        try (Run run = run()) {
            DoorClient door = door(run);
            awaitState(door, "UP");
            post(door, "/api/v1/automation", "{\"level\":\"LIMITED\",\"reason\":\"trial\"}");
            kill();

            JsonNode action =
                    awaitAction(door, one -> one.path("status").asString("").equals("succeeded"));
            assertThat(action.path("by").asString("")).startsWith("failure ");
            awaitState(door, "UP");
        }
    }

    @Test
    void whatWasCutInTheMiddleIsNotRepeated() throws Exception {
        try (Run run = run()) {
            DoorClient door = door(run);
            awaitState(door, "UP");
            post(door, "/api/v1/runbooks/sleep/run", PAGE);
            run.signal("KILL");
            run.exitCode();
        }
        try (Run again = run()) {
            DoorClient door = door(again);
            JsonNode action =
                    awaitAction(door, one -> one.path("status").asString("").equals("unknown_outcome"));
            assertThat(action.path("said").asString("")).contains("during step 1");
            assertThat(Processes.named("sleep 1" + port)).hasSizeLessThan(2);
        }
    }

    @Test
    void aSecondPersonAgreesAndWhatWasDoneIsUndoneByHandOnce() throws Exception {
        try (Run run = run()) {
            DoorClient door = door(run);
            awaitState(door, "UP");
            assertThat(refused(door, "/api/v1/runbooks/file/run", PAGE)).contains("409", "another person has to agree");
            assertThat(refused(door, "/api/v1/runbooks/file/run", agreed("bo", "guess")))
                    .contains("that is not the PIN of bo");
            assertThat(made()).doesNotExist();

            long action = post(door, "/api/v1/runbooks/file/run", agreed("bo", "bo's pin"))
                    .path("id")
                    .asLong(0);
            JsonNode over = awaitOver(door, action);
            assertThat(over.path("action").path("by").asString("")).isEqualTo("ada with bo");
            assertThat(made()).exists();

            String undo = "/api/v1/actions/" + action + "/rollback";
            post(door, undo, "{\"by\":\"ada\"}");
            await().atMost(PATIENCE)
                    .until(() -> json(door.get("/api/v1/actions/" + action))
                            .path("action")
                            .path("status")
                            .asString("")
                            .equals("rolled_back"));
            assertThat(made()).doesNotExist();
            assertThat(refused(door, undo, "{}")).contains("409", "runs once only");
            assertThat(run.log() + run.output() + run.errors()).doesNotContain("bo's pin", "guess");
        }
    }

    private Path made() {
        return temp.resolve("made");
    }

    private static String agreed(String person, String pin) {
        return "{\"check\":\"web-1/page\",\"by\":\"ada\",\"approver\":\"" + person + "\",\"pin\":\"" + pin + "\"}";
    }

    private static String refused(DoorClient door, String path, String body) throws InterruptedException {
        return door.post(path, body, PATIENCE) instanceof DoorClient.Failed(String sentence) ? sentence : "not refused";
    }

    @Test
    void aPersonStopsIt() throws Exception {
        try (Run run = run()) {
            DoorClient door = door(run);
            awaitState(door, "UP");
            long action =
                    post(door, "/api/v1/runbooks/sleep/run", PAGE).path("id").asLong(0);
            await().atMost(PATIENCE)
                    .until(() -> !Processes.named("sleep 1" + port).isEmpty());

            post(door, "/api/v1/actions/" + action + "/cancel", "{\"by\":\"bo\"}");

            assertThat(awaitOver(door, action).path("action").path("said").asString(""))
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

    private Run run() throws IOException {
        Path data = temp.resolve("data");
        return Run.of(
                data,
                Map.of("WATCHFLOOR_TOKEN", TOKEN),
                "--headless",
                "--listen",
                "127.0.0.1:0",
                "--config",
                config.toString(),
                "--data",
                data.toString());
    }

    private static DoorClient door(Run run) {
        return new DoorClient(run.url(), Optional.of(TOKEN));
    }

    private static JsonNode post(DoorClient door, String path, String body) throws InterruptedException {
        return json(door.post(path, body, PATIENCE));
    }

    private static JsonNode json(DoorClient.Answer answer) {
        return switch (answer) {
            case DoorClient.Found(JsonNode json, String _) -> json;
            case DoorClient.NotFound(String detail) -> throw new AssertionError(detail);
            case DoorClient.Failed(String sentence) -> throw new AssertionError(sentence);
        };
    }

    private static void awaitState(DoorClient door, String state) {
        await().atMost(PATIENCE)
                .until(() -> door.get("/api/v1/checks/web-1/page") instanceof DoorClient.Found(JsonNode json, String _)
                        && json.path("check").path("state").asString("").equals(state));
    }

    private static JsonNode awaitOver(DoorClient door, long action) {
        return await().atMost(PATIENCE)
                .until(
                        () -> json(door.get("/api/v1/actions/" + action)),
                        detail -> !detail.path("action")
                                .path("ended")
                                .asString("")
                                .isEmpty());
    }

    private static JsonNode awaitAction(DoorClient door, Predicate<JsonNode> wanted) {
        return await().atMost(PATIENCE)
                .until(
                        () -> door.get("/api/v1/actions") instanceof DoorClient.Found(JsonNode json, String _)
                                ? json.path("actions")
                                        .valueStream()
                                        .filter(wanted)
                                        .toList()
                                : List.<JsonNode>of(),
                        found -> !found.isEmpty())
                .getFirst();
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
