package org.watchfloor.model;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The home directory of the user that Watchfloor runs as: {@code $HOME} where it is an absolute path, as every shell has
 * it, else what the Java machine found in the user database. Safe for use by any thread.
 */
public final class Home {
    private Home() {}

    public static Path directory() {
        return of(System.getenv());
    }

    static Path of(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("HOME"))
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElseGet(() -> Path.of(System.getProperty("user.home", "")));
    }
}
