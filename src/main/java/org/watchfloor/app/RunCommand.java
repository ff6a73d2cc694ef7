package org.watchfloor.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code watchfloor}: watches, with the console or without. */
@Command(
        name = "watchfloor",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = 3,
        versionProvider = Version.class,
        sortOptions = false,
        description = "Operations console with an embedded monitoring engine.",
        footer = {
            "",
            "Exit codes: 0 the window was closed, 1 the configuration is invalid, 2 could not start, 3 crashed,",
            "128 + n after a clean stop by signal n, such as 143 after SIGTERM.",
            "Environment: WATCHFLOOR_TOKEN is the bearer token of the web door."
        })
final class RunCommand implements Callable<Integer> {
    /** The longest that a signal waits for all stages to stop. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--headless", description = "run the engine without the console")
    private boolean headless;

    @Option(
            names = "--listen",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1:7070",
            description = "HOST:PORT of the web door, or off; an address other than loopback needs WATCHFLOOR_TOKEN;"
                    + " default: ${DEFAULT-VALUE}")
    private String listen = "";

    @Option(names = "--lab", description = "start the lab: a small network on 127.0.0.1 that breaks and mends")
    private boolean lab;

    @Option(
            names = "--lab-script",
            paramLabel = "FILE",
            description = "what breaks and mends when, instead of the built-in demo; implies --lab")
    private @Nullable Path labScript;

    private final Optional<Toolkit> toolkit;

    /** @param toolkit if it has begun already */
    RunCommand(Optional<Toolkit> toolkit) {
        this.toolkit = toolkit;
    }

    @Override
    public Integer call() {
        Logs.to(data.directory(), headless);
        if (!headless && !Screen.isPresent()) {
            return fail(new StartFailed("there is no display for the console; --headless runs without it"));
        }
        try (Ending ending = Ending.onSignal(PATIENCE);
                DataDirectory directory = DataDirectory.open(data.directory())) {
            return new Program(options(), directory, ending).run(toolkit);
        } catch (StartFailed e) {
            return fail(e);
        } catch (IOException e) {
            return fail(new StartFailed("the data directory could not be released: " + e.getMessage()));
        }
    }

    private Options options() throws StartFailed {
        return new Options(
                config.directory(),
                headless,
                Listen.parse(listen).map(address -> new Listen(address, isListenGiven())),
                lab || labScript != null,
                Optional.ofNullable(labScript));
    }

    private boolean isListenGiven() {
        return spec != null && spec.commandLine().getParseResult().hasMatchedOption("--listen");
    }

    private static int fail(StartFailed problem) {
        System.err.println("watchfloor: " + problem.getMessage());
        return problem.exitCode();
    }
}
