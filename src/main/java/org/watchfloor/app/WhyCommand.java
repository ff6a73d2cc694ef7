package org.watchfloor.app;

import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code watchfloor why ALERT|CHECK}: asks the running Watchfloor why somebody was or was not told. */
@Command(
        name = "why",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeOnExecutionException = 3,
        description = "Asks the running Watchfloor what it decided about an alert or a check, and why.",
        footer = {
            "",
            "Exit codes: 0 something is known, 1 nothing is known, 2 no answer or wrong usage.",
            "Environment: WATCHFLOOR_TOKEN is the bearer token of the web door, if it wants one."
        })
final class WhyCommand implements Callable<Integer> {
    private static final Pattern ALERT = Pattern.compile("[0-9]{1,18}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final Pattern CHECK = Pattern.compile("(" + NAME + ")/(" + NAME + ")");
    private static final Pattern LENGTH = Pattern.compile("([0-9]{1,6}[smhdw])+");

    private final ZoneId zone;
    private final Map<String, String> environment;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "ALERT|CHECK", description = "number of an alert, or host/name such as web-1/front")
    private String subject = "";

    @Option(
            names = "--since",
            paramLabel = "TIME",
            defaultValue = "24h",
            description = "how far to look back for a check, such as 90m, 24h or 7d; default: ${DEFAULT-VALUE}")
    private String since = "";

    @Mixin
    private DoorOption address = new DoorOption();

    @Option(names = "--json", description = "print the answer of the web door as it is")
    private boolean json;

    /**
     * @param zone whose local time is shown
     * @param environment where the token is looked for
     */
    WhyCommand(ZoneId zone, Map<String, String> environment) {
        this.zone = zone;
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Integer call() throws InterruptedException {
        Logs.off();
        requireUsage();
        DoorClient door = address.client(environment);
        return switch (door.get(path())) {
            case DoorClient.Found found -> print(found);
            case DoorClient.NotFound(String detail) -> fail(1, detail);
            case DoorClient.Failed(String sentence) -> fail(2, sentence);
        };
    }

    private int print(DoorClient.Found found) {
        WhyReport report = new WhyReport(found.json(), zone);
        if (json) {
            out().println(found.body());
        } else if (report.saysSomething()) {
            out().println(report.text());
        } else {
            out().println("nothing was decided about " + subject + " in the last " + since
                    + ", and it has no alert; --since looks further back");
        }
        return report.saysSomething() ? 0 : 1;
    }

    private void requireUsage() {
        if (!LENGTH.matcher(since).matches()) {
            throw wrong("--since " + since + " is no length of time; write such as 90m, 24h or 7d");
        }
    }

    private String path() {
        if (ALERT.matcher(subject).matches()) {
            return "/api/v1/alerts/" + subject + "/why";
        }
        Matcher check = CHECK.matcher(subject);
        if (check.matches()) {
            return "/api/v1/checks/" + check.group(1) + "/" + check.group(2) + "/why?from=-" + since;
        }
        throw wrong("\"" + subject + "\" is neither; write the number of an alert, or a check as host/name");
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), sentence);
    }

    private int fail(int exitCode, String sentence) {
        Objects.requireNonNull(spec).commandLine().getErr().println("watchfloor: " + sentence);
        return exitCode;
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }
}
