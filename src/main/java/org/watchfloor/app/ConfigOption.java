package org.watchfloor.app;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.watchfloor.model.Home;
import picocli.CommandLine.Option;

/** Where the configuration lies; shared by all commands. */
final class ConfigOption {
    @Option(
            names = {"-c", "--config"},
            paramLabel = "DIR",
            description = "directory of YAML files; default: $XDG_CONFIG_HOME/watchfloor or ~/.config/watchfloor")
    private @Nullable Path directory;

    Path directory() {
        return Optional.ofNullable(directory).orElseGet(ConfigOption::usual);
    }

    private static Path usual() {
        return Optional.ofNullable(System.getenv("XDG_CONFIG_HOME"))
                .or(() -> Optional.ofNullable(System.getenv("APPDATA")))
                .filter(value -> !value.isBlank())
                .map(Path::of)
                .orElseGet(() -> Home.directory().resolve(".config"))
                .resolve("watchfloor");
    }
}
