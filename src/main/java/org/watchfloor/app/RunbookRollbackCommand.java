package org.watchfloor.app;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code watchfloor runbook rollback ACTION}: has the running Watchfloor undo what an action did, and waits for that. */
@Command(
        name = "rollback",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeOnExecutionException = 3,
        description = {
            "Has the running Watchfloor undo what an action did, by the rollback of its runbook as it stands now, shows how",
            "far it is, and waits for what comes of it. It runs once only.",
            "Ending this command does not end the rollback; cancel it in the console."
        },
        footer = {
            "",
            "Exit codes: 0 it is undone, 1 it is not, 2 it was refused, no answer or wrong usage.",
            "Environment: WATCHFLOOR_TOKEN is the bearer token of the web door, which has to have one for this."
        })
final class RunbookRollbackCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Map<String, String> environment;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "ACTION", description = "number of the action, as the console and /api/v1/actions tell it")
    private long action;

    @Option(names = "--by", paramLabel = "NAME", description = "who you are; default: cli")
    private String by = "cli";

    @Mixin
    private DoorOption address = new DoorOption();

    /** @param environment where the token is looked for */
    RunbookRollbackCommand(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Integer call() throws InterruptedException {
        Logs.off();
        DoorClient door = address.client(environment);
        String body = JsonMapper.shared().writeValueAsString(Map.of("by", by));
        return switch (door.post("/api/v1/actions/" + action + "/rollback", body, PATIENCE)) {
            case DoorClient.Found found -> follow(new ActionAtDoor(door, found.json()));
            case DoorClient.NotFound(String detail) -> fail(detail);
            case DoorClient.Failed(String sentence) -> fail(sentence);
        };
    }

    private int follow(ActionAtDoor undone) throws InterruptedException {
        return undone.follow(Objects.requireNonNull(spec).commandLine().getOut())
                .map(status -> status.equals("rolled_back") ? 0 : 1)
                .orElseGet(() -> fail(undone.lost()));
    }

    private int fail(String sentence) {
        Objects.requireNonNull(spec).commandLine().getErr().println("watchfloor: " + sentence);
        return 2;
    }
}
