package org.watchfloor.app;

import java.io.PrintWriter;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code watchfloor hygiene}: asks the running Watchfloor which alert rules do more harm than good. */
@Command(
        name = "hygiene",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeOnExecutionException = 3,
        description = "Asks the running Watchfloor which alert rules do more harm than good, and what would mend them.",
        footer = {
            "",
            "Exit codes: 0 nothing is found, 1 something is, 2 no answer or wrong usage.",
            "Environment: WATCHFLOOR_TOKEN is the bearer token of the web door, if it wants one."
        })
final class HygieneCommand implements Callable<Integer> {
    private static final Pattern LENGTH = Pattern.compile("([0-9]{1,6}[smhdw])+");

    private final Map<String, String> environment;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            defaultValue = "30d",
            description = "how far to look back, such as 7d or 4w; default: ${DEFAULT-VALUE}")
    private String since = "";

    @Mixin
    private DoorOption address = new DoorOption();

    @Option(names = "--json", description = "print the answer of the web door as it is")
    private boolean json;

    /** @param environment where the token is looked for */
    HygieneCommand(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Integer call() throws InterruptedException {
        Logs.off();
        if (!LENGTH.matcher(since).matches()) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "--since " + since + " is no length of time; write such as 7d or 4w");
        }
        return switch (address.client(environment).get("/api/v1/alert-rules/hygiene?from=-" + since)) {
            case DoorClient.Found found -> print(found);
            case DoorClient.NotFound(String detail) -> fail(detail);
            case DoorClient.Failed(String sentence) -> fail(sentence);
        };
    }

    private int print(DoorClient.Found found) {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        HygieneReport report = new HygieneReport(found.json());
        out.println(json ? found.body() : report.text());
        return report.isClean() ? 0 : 1;
    }

    private int fail(String sentence) {
        Objects.requireNonNull(spec).commandLine().getErr().println("watchfloor: " + sentence);
        return 2;
    }
}
