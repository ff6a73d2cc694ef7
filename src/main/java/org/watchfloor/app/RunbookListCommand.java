package org.watchfloor.app;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.watchfloor.config.ConfigResult;
import org.watchfloor.recovery.Runbooks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code watchfloor runbook list}: the runbooks of the configuration, in the order in which they are tried. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = 3,
        description = "Lists the runbooks of the configuration in the order in which they are tried.",
        footer = {"", "Exit codes: 0 listed, 1 the configuration has problems, 2 wrong usage."})
final class RunbookListCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Option(names = "--json", description = "print one JSON array")
    private boolean json;

    @Override
    public Integer call() {
        Logs.off();
        try (SiteRoom room = SiteRoom.open(config.directory())) {
            return switch (room.read()) {
                case ConfigResult.Loaded loaded -> {
                    Runbooks runbooks = loaded.site().section(Runbooks.class).orElse(Runbooks.NONE);
                    RunbookList list = new RunbookList(runbooks.all());
                    print(json ? list.json() : list.text());
                    yield 0;
                }
                case ConfigResult.Rejected rejected -> problems(rejected.problems());
            };
        }
    }

    private int problems(List<?> problems) {
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        problems.forEach(err::println);
        return 1;
    }

    private void print(String text) {
        Objects.requireNonNull(spec).commandLine().getOut().println(text);
    }
}
