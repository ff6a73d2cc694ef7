package org.watchfloor.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.watchfloor.config.ConfigDirectory;
import org.watchfloor.config.ConfigResult;
import org.watchfloor.config.Site;
import org.watchfloor.model.Counted;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code watchfloor validate DIR}: reads the configuration and prints all of its problems. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = 3,
        description = "Prints every problem of the configuration as file:line:column: what; how to mend.",
        footer = {"", "Exit codes: 0 no problem, 1 problems, 2 wrong usage."})
final class ValidateCommand implements Callable<Integer> {
    @Mixin
    private ConfigOption config = new ConfigOption();

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "the same as --config DIR")
    private @Nullable Path directory;

    @Override
    public Integer call() {
        Logs.off();
        Path place = directory == null ? config.directory() : directory;
        try (ProbeRoom probes = ProbeRoom.open(place.resolve("known_hosts"))) {
            return switch (new ConfigDirectory(
                            place, probes.probes().types(), ChannelRoom.open().sections())
                    .read()) {
                case ConfigResult.Loaded loaded -> say(loaded.site());
                case ConfigResult.Rejected rejected -> {
                    rejected.problems().forEach(System.out::println);
                    yield 1;
                }
            };
        }
    }

    private static int say(Site site) {
        System.out.printf(
                "no problems: %s on %s, %s%n",
                Counted.of(site.checks().size(), "check"),
                Counted.of(site.hosts().size(), "host"),
                Counted.of(site.services().size(), "service"));
        return 0;
    }
}
