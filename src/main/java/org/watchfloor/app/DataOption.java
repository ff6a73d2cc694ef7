package org.watchfloor.app;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.watchfloor.model.Home;
import picocli.CommandLine.Option;

/** Where the data lie; shared by the commands that need them. */
final class DataOption {
    @Option(
            names = {"-d", "--data"},
            paramLabel = "DIR",
            description = "directory of the database and of trusted SSH host keys;"
                    + " default: $XDG_DATA_HOME/watchfloor or ~/.local/share/watchfloor")
    private @Nullable Path directory;

    Path directory() {
        return Optional.ofNullable(directory)
                .orElseGet(() -> DataDirectory.usual(Map.copyOf(System.getenv()), Home.directory()))
                .toAbsolutePath()
                .normalize();
    }

    /** The SSH host keys that Watchfloor itself trusts. */
    static Path pins(Path dataDirectory) {
        return dataDirectory.resolve("known_hosts");
    }
}
