package org.watchfloor.app;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** What a caller with the token says to a running Watchfloor about its runbooks, and hears of them. */
record RecoveryTalk(DoorClient door) {
    static final String TOKEN = "0123456789abcdef0123456789abcdef";
    static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A headless Watchfloor that lets such a caller in. */
    static Run run(Path config, Path data, String... jvm) throws IOException {
        return Run.of(
                data,
                Map.of("WATCHFLOOR_TOKEN", TOKEN),
                List.of(jvm),
                "--headless",
                "--listen",
                "127.0.0.1:0",
                "--config",
                config.toString(),
                "--data",
                data.toString());
    }

    static RecoveryTalk with(Run run) {
        return new RecoveryTalk(new DoorClient(run.url(), Optional.of(TOKEN)));
    }

    JsonNode get(String path) throws InterruptedException {
        return json(door.get(path));
    }

    JsonNode post(String path, String body) throws InterruptedException {
        return json(door.post(path, body, PATIENCE));
    }

    /** What is said against it. */
    String refused(String path, String body) throws InterruptedException {
        return door.post(path, body, PATIENCE) instanceof DoorClient.Failed(String sentence) ? sentence : "not refused";
    }

    /** The number of the action. */
    long begin(String runbook, String body) throws InterruptedException {
        return post("/api/v1/runbooks/" + runbook + "/run", body).path("id").asLong(0);
    }

    void automate(String level) throws InterruptedException {
        post("/api/v1/automation", "{\"level\":\"" + level + "\",\"reason\":\"trial\"}");
    }

    void awaitState(String check, String state) {
        await().atMost(PATIENCE)
                .until(() -> door.get("/api/v1/checks/" + check) instanceof DoorClient.Found(JsonNode json, String _)
                        && json.path("check").path("state").asString("").equals(state));
    }

    JsonNode awaitOver(long action) {
        return await().atMost(PATIENCE)
                .until(
                        () -> get("/api/v1/actions/" + action),
                        detail -> !detail.path("action")
                                .path("ended")
                                .asString("")
                                .isEmpty());
    }

    JsonNode awaitAction(Predicate<JsonNode> wanted) {
        return await().atMost(PATIENCE)
                .until(() -> actions(wanted), found -> !found.isEmpty())
                .getFirst();
    }

    List<JsonNode> actions(Predicate<JsonNode> wanted) throws InterruptedException {
        return door.get("/api/v1/actions") instanceof DoorClient.Found(JsonNode json, String _)
                ? json.path("actions").valueStream().filter(wanted).toList()
                : List.of();
    }

    static Predicate<JsonNode> isNow(String status) {
        return action -> action.path("status").asString("").equals(status);
    }

    private static JsonNode json(DoorClient.Answer answer) {
        return switch (answer) {
            case DoorClient.Found(JsonNode json, String _) -> json;
            case DoorClient.NotFound(String detail) -> throw new AssertionError(detail);
            case DoorClient.Failed(String sentence) -> throw new AssertionError(sentence);
        };
    }
}
