package org.watchfloor.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
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

/**
 * {@code watchfloor backtest RULE}: asks the running Watchfloor what an alert rule would have done, or finds it out from a
 * data directory on which none runs.
 */
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeOnExecutionException = 3,
        description = {
            "Tries an alert rule on the past that Watchfloor has recorded: when it would have fired,"
                    + " how often it would have paged, which incidents it would have missed, and how it could be better.",
            "The running Watchfloor is asked; with --data or --config, the data of one that does not run are read.",
            "Nothing is changed and nobody is told."
        },
        footer = {
            "",
            "Examples:",
            "  watchfloor backtest slow",
            "  watchfloor backtest slow --since 7d --rule-file draft.yaml",
            "  watchfloor backtest slow --config /etc/watchfloor --data /var/lib/watchfloor",
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
    private final InstantSource clock = Clock.systemUTC();

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

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--json", description = "print the answer as the web door gives it")
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
        DoorClient.Answer answer = isGiven("--data") || isGiven("--config") ? offline() : running();
        return switch (answer) {
            case DoorClient.Found found -> print(found);
            case DoorClient.NotFound(String detail) -> fail(1, detail);
            case DoorClient.Failed(String sentence) -> fail(2, sentence);
        };
    }

    private DoorClient.Answer running() throws InterruptedException {
        return address.client(environment).post("/api/v1/alert-rules/backtest", question(), PATIENCE);
    }

    private DoorClient.Answer offline() throws InterruptedException {
        if (isGiven("--url")) {
            throw wrong("--url asks a Watchfloor that runs, --data and --config read the data of one that does not;"
                    + " give one or the other");
        }
        Optional<String> draft = Optional.ofNullable(file).map(this::draft);
        return new OfflineBacktest(config.directory(), data.directory(), clock)
                .answer(new OfflineBacktest.Asked(rule, draft, since, FIRINGS));
    }

    private boolean isGiven(String option) {
        return Objects.requireNonNull(spec).commandLine().getParseResult().hasMatchedOption(option);
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
