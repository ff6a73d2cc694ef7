package org.watchfloor.app;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code watchfloor runbook run ID}: has the running Watchfloor carry out a runbook, and waits for what comes of it. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeOnExecutionException = 3,
        description = {
            "Has the running Watchfloor carry out a runbook, shows how far it is, and waits for what comes of it.",
            "Ending this command does not end the action; cancel it in the console."
        },
        footer = {
            "",
            "Exit codes: 0 it has helped, 1 it has not, 2 it was refused, no answer or wrong usage.",
            "Environment: WATCHFLOOR_TOKEN is the bearer token of the web door, which has to have one for this."
        })
final class RunbookRunCommand implements Callable<Integer> {
    private final Map<String, String> environment;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private RunbookAtDoor runbook = new RunbookAtDoor();

    @Option(
            names = "--type",
            paramLabel = "HOST",
            description = "the name of the host, which a dangerous runbook wants typed")
    private @Nullable String typed;

    @Option(
            names = "--approver",
            paramLabel = "NAME",
            description = "who else agrees, which a two-person runbook wants; types the PIN at this terminal")
    private @Nullable String approver;

    @Mixin
    private DoorOption address = new DoorOption();

    /** @param environment where the token is looked for */
    RunbookRunCommand(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Integer call() throws InterruptedException {
        Logs.off();
        DoorClient door = address.client(environment);
        return switch (door.post(runbook.path("run"), runbook.body(more()), Duration.ofSeconds(30))) {
            case DoorClient.Found found -> follow(new ActionAtDoor(door, found.json()));
            case DoorClient.NotFound(String detail) -> fail(detail);
            case DoorClient.Failed(String sentence) -> fail(sentence);
        };
    }

    private Map<String, String> more() {
        Map<String, String> more = new LinkedHashMap<>();
        if (typed != null) {
            more.put("typed", typed);
        }
        if (approver != null) {
            more.put("approver", approver);
            more.put("pin", Typed.secret("PIN of " + approver + ": "));
        }
        return more;
    }

    private int follow(ActionAtDoor action) throws InterruptedException {
        return action.follow(Objects.requireNonNull(spec).commandLine().getOut())
                .map(status -> status.equals("succeeded") ? 0 : 1)
                .orElseGet(() -> fail(action.lost()));
    }

    private int fail(String sentence) {
        Objects.requireNonNull(spec).commandLine().getErr().println("watchfloor: " + sentence);
        return 2;
    }
}
