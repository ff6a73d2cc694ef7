package org.watchfloor.app;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code watchfloor runbook dry-run ID}: asks the running Watchfloor what a runbook would do now, and whether it may. */
@Command(
        name = "dry-run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeOnExecutionException = 3,
        description = {
            "Asks the running Watchfloor what a runbook would do now, and whether it may: each guard with what is the case.",
            "Nothing is done."
        },
        footer = {
            "",
            "Exit codes: 0 it would begin, 1 it would not, 2 no answer or wrong usage.",
            "Environment: WATCHFLOOR_TOKEN is the bearer token of the web door, if it wants one."
        })
final class RunbookDryRunCommand implements Callable<Integer> {
    private final Map<String, String> environment;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private RunbookAtDoor runbook = new RunbookAtDoor();

    @Mixin
    private DoorOption address = new DoorOption();

    @Option(names = "--json", description = "print the answer of the web door as it is")
    private boolean json;

    /** @param environment where the token is looked for */
    RunbookDryRunCommand(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Integer call() throws InterruptedException {
        Logs.off();
        DoorClient door = address.client(environment);
        return switch (door.post(runbook.path("dry-run"), runbook.body(Map.of()), Duration.ofSeconds(30))) {
            case DoorClient.Found found -> print(found);
            case DoorClient.NotFound(String detail) -> fail(detail);
            case DoorClient.Failed(String sentence) -> fail(sentence);
        };
    }

    private int print(DoorClient.Found found) {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        boolean isAllowed = found.json().path("allowed").asBoolean(false);
        if (json) {
            out.println(found.body());
        } else {
            text(out, found.json().path("would"));
            out.println(isAllowed ? "it would begin" : "it would NOT begin");
        }
        return isAllowed ? 0 : 1;
    }

    private static void text(PrintWriter out, JsonNode would) {
        would.path("faults").forEach(fault -> out.println("fault: " + fault.asString("")));
        would.path("guards")
                .forEach(guard -> out.println((guard.path("holds").asBoolean(false) ? "  ok  " : "  NO  ")
                        + guard.path("text").asString("") + ": "
                        + guard.path("live").asString("")));
        would.path("reach").forEach(check -> out.println("may be felt by " + check.asString("")));
        steps(out, "step", would.path("steps"));
        steps(out, "rollback", would.path("rollback"));
    }

    private static void steps(PrintWriter out, String what, JsonNode steps) {
        int number = 1;
        for (JsonNode step : steps) {
            out.println(what + " " + number++ + ": " + step.path("title").asString(""));
            step.path("lines")
                    .forEach(line -> out.println("    " + line.path("what").asString("") + ": "
                            + line.path("text").asString("")));
        }
    }

    private int fail(String sentence) {
        Objects.requireNonNull(spec).commandLine().getErr().println("watchfloor: " + sentence);
        return 2;
    }
}
