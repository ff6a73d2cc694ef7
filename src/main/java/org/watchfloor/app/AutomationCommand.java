package org.watchfloor.app;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.watchfloor.recovery.action.AutomationLevel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code watchfloor automation [LEVEL]}: says what the running Watchfloor may do by itself, or asks. */
@Command(
        name = "automation",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeOnExecutionException = 3,
        description = {
            "Says what the running Watchfloor may do: SHADOW nothing, what it would have done is on record; MONITOR what a",
            "person clicks; LIMITED by itself what is marked safe; FULL by itself what no person has to confirm.",
            "Without a level it prints the one in force."
        },
        footer = {
            "",
            "Exit codes: 0 done, 2 no answer or wrong usage.",
            "Environment: WATCHFLOOR_TOKEN is the bearer token of the web door, which has to have one for this."
        })
final class AutomationCommand implements Callable<Integer> {
    private static final String PATH = "/api/v1/automation";

    private final Map<String, String> environment;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "LEVEL", arity = "0..1", description = "SHADOW, MONITOR, LIMITED or FULL")
    private @Nullable AutomationLevel level;

    @Option(names = "--service", paramLabel = "ID", description = "of this service only; default: of the whole console")
    private @Nullable String service;

    @Option(names = "--reason", paramLabel = "TEXT", description = "why; it is recorded")
    private String reason = "";

    @Option(names = "--by", paramLabel = "NAME", description = "who you are; default: cli")
    private String by = "cli";

    @Mixin
    private DoorOption address = new DoorOption();

    /** @param environment where the token is looked for */
    AutomationCommand(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Integer call() throws InterruptedException {
        Logs.off();
        DoorClient door = address.client(environment);
        return switch (level == null ? door.get(PATH) : door.post(PATH, body(level), Duration.ofSeconds(30))) {
            case DoorClient.Found(JsonNode json, String _) -> print(json);
            case DoorClient.NotFound(String detail) -> fail(detail);
            case DoorClient.Failed(String sentence) -> fail(sentence);
        };
    }

    private String body(AutomationLevel wanted) {
        if (reason.isBlank()) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(), "say why with --reason; it is recorded");
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("level", wanted.name());
        body.put("reason", reason);
        body.put("by", by);
        if (service != null) {
            body.put("service", service);
        }
        return JsonMapper.shared().writeValueAsString(body);
    }

    private int print(JsonNode json) {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        if (level != null) {
            out.println("automation" + (service == null ? "" : " of " + service) + " is set to " + level);
            return 0;
        }
        out.println(json.path("level").asString("")
                + (json.path("stopped").asBoolean(false) ? ", all actions stopped" : ""));
        json.path("services")
                .forEach(one -> out.println(one.path("service").asString("") + ": "
                        + one.path("level").asString("")));
        json.path("switchedOff").forEach(one -> out.println("switched off by features: " + one.asString("")));
        return 0;
    }

    private int fail(String sentence) {
        Objects.requireNonNull(spec).commandLine().getErr().println("watchfloor: " + sentence);
        return 2;
    }
}
