package org.watchfloor.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.watchfloor.config.Check;
import org.watchfloor.config.ConfigResult;
import org.watchfloor.config.Site;
import org.watchfloor.recovery.Binding;
import org.watchfloor.recovery.Runbook;
import org.watchfloor.recovery.Runbooks;
import org.watchfloor.recovery.failure.Target;
import org.watchfloor.recovery.text.NotRendered;
import org.watchfloor.recovery.text.Values;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code watchfloor runbook show ID}: one runbook with the steps as they would be carried out. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeOnExecutionException = 3,
        description = {
            "Prints a runbook: what it is for, its preconditions, its steps with values in their places, its proof.",
            "Nothing is done; secrets are not looked up."
        },
        footer = {
            "",
            "Exit codes: 0 shown, 1 a value does not fit or the configuration has problems,",
            "2 unknown runbook or check, or wrong usage."
        })
final class RunbookShowCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Option(names = "--param", paramLabel = "NAME=VALUE", description = "value of a parameter; once for each")
    private Map<String, String> values = new LinkedHashMap<>();

    @Option(names = "--target", paramLabel = "CHECK", description = "the check that failed, such as web-1/page")
    private @Nullable String check;

    @Option(names = "--json", description = "print one JSON object")
    private boolean json;

    @Parameters(paramLabel = "ID", description = "id of the runbook, as written below runbooks:")
    private String name = "";

    @Override
    public Integer call() {
        Logs.off();
        try (SiteRoom room = SiteRoom.open(config.directory())) {
            return switch (room.read()) {
                case ConfigResult.Loaded(Site site) -> show(site);
                case ConfigResult.Rejected rejected ->
                    fail(1, rejected.problems().stream().map(Object::toString).toList());
            };
        }
    }

    private int show(Site site) {
        List<Runbook> all = site.section(Runbooks.class).orElse(Runbooks.NONE).all();
        Optional<Runbook> runbook =
                all.stream().filter(known -> known.id().value().equals(name)).findFirst();
        if (runbook.isEmpty()) {
            String known = all.stream().map(found -> found.id().value()).collect(Collectors.joining(", "));
            return fail(2, List.of("watchfloor: no runbook \"" + name + "\"; there are: " + known));
        }
        Optional<Target> target = Optional.ofNullable(check).flatMap(id -> target(site, id));
        if (check != null && target.isEmpty()) {
            return fail(2, List.of("watchfloor: no check \"" + check + "\"; write host/name"));
        }
        return switch (Binding.partly(runbook.get(), site, target, values)) {
            case Binding.Bound(Values bound) -> print(new RunbookReport(runbook.get(), bound));
            case Binding.Refused(List<String> faults) ->
                fail(1, faults.stream().map(fault -> "watchfloor: " + fault).toList());
        };
    }

    private static Optional<Target> target(Site site, String id) {
        return site.checks().stream()
                .map(Check::id)
                .filter(known -> known.toString().equals(id))
                .findFirst()
                .flatMap(known -> Target.of(site, known));
    }

    private int print(RunbookReport report) {
        try {
            String text = json ? report.json() : report.text();
            Objects.requireNonNull(spec).commandLine().getOut().println(text);
            return 0;
        } catch (NotRendered e) {
            return fail(1, List.of("watchfloor: " + e.getMessage()));
        }
    }

    private int fail(int exitCode, List<String> lines) {
        lines.forEach(Objects.requireNonNull(spec).commandLine().getErr()::println);
        return exitCode;
    }
}
