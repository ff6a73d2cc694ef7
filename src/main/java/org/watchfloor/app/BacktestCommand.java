package org.watchfloor.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.watchfloor.model.Names;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code watchfloor backtest RULE}: asks the running Watchfloor what an alert rule would have done. */
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeOnExecutionException = 3,
        description = {
            "Tries an alert rule on the past that the running Watchfloor has recorded: when it would have fired,"
                    + " how often it would have paged, which incidents it would have missed, and how it could be better.",
            "Nothing is changed and nobody is told."
        },
        footer = {
            "",
            "Examples:",
            "  watchfloor backtest slow",
            "  watchfloor backtest slow --since 7d --rule-file draft.yaml",
            "where draft.yaml holds what stands below the rule's id, such as",
            "  when: p95(latency, 5m) > 300ms",
            "  for: 2m",
            "or a whole alerts: section. A draft is compared with the saved rule of the same id, if there is one.",
            "",
            "Exit codes: 0 done, 1 there is no such rule, 2 no answer, an invalid draft or wrong usage.",
            "Environment: WATCHFLOOR_TOKEN is the bearer token of the web door, if it wants one."
        })
final class BacktestCommand implements Callable<Integer> {
    private static final Pattern LENGTH = Pattern.compile("([0-9]{1,6}[smhdw])+");
    private static final Duration PATIENCE = Duration.ofSeconds(150);
    private static final int LARGEST = 60_000;
    private static final int FIRINGS = 10_000;

    private final ZoneId zone;
    private final Map<String, String> environment;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "RULE", description = "id of the rule, such as slow")
    private String rule = "";

    @Option(
            names = "--since",
            paramLabel = "TIME",
            defaultValue = "30d",
            description = "how far to look back, such as 12h, 7d or 4w; default: ${DEFAULT-VALUE}")
    private String since = "";

    @Option(
            names = "--rule-file",
            paramLabel = "FILE",
            description = "YAML or JSON of a draft to try instead of the saved rule")
    private @Nullable Path file;

    @Mixin
    private DoorOption address = new DoorOption();

    @Option(names = "--json", description = "print the answer of the web door as it is")
    private boolean json;

    /**
     * @param zone whose local time is shown
     * @param environment where the token is looked for
     */
    BacktestCommand(ZoneId zone, Map<String, String> environment) {
        this.zone = zone;
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Integer call() throws InterruptedException {
        Logs.off();
        requireUsage();
        DoorClient door = address.client(environment);
        return switch (door.post("/api/v1/alert-rules/backtest", question(), PATIENCE)) {
            case DoorClient.Found found -> print(found);
            case DoorClient.NotFound(String detail) -> fail(1, detail);
            case DoorClient.Failed(String sentence) -> fail(2, sentence);
        };
    }

    private int print(DoorClient.Found found) {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(json ? found.body() : new BacktestReport(found.json(), zone).text());
        return 0;
    }

    private void requireUsage() {
        if (!LENGTH.matcher(since).matches()) {
            throw wrong("--since " + since + " is no length of time; write such as 12h, 7d or 4w");
        }
        if (!Names.isName(rule)) {
            throw wrong("\"" + rule + "\" cannot be the id of a rule; it has " + Names.RULE);
        }
    }

    private String question() {
        ObjectNode question = JsonMapper.shared().createObjectNode();
        question.put("rule", rule);
        question.put("since", since);
        question.put("firings", FIRINGS);
        Optional.ofNullable(file).ifPresent(place -> question.put("draft", draft(place)));
        return question.toString();
    }

    private String draft(Path place) {
        try {
            if (Files.size(place) > LARGEST) {
                throw wrong("--rule-file " + place + " is larger than " + LARGEST + " bytes; keep one rule in it");
            }
            return Files.readString(place);
        } catch (IOException _) {
            throw wrong("--rule-file " + place + " cannot be read; name a text file in UTF-8 that this user may read");
        }
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), sentence);
    }

    private int fail(int exitCode, String sentence) {
        Objects.requireNonNull(spec).commandLine().getErr().println("watchfloor: " + sentence);
        return exitCode;
    }
}
