package org.watchfloor.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;

/** Writes configuration directories of a given size. */
final class SiteFiles {
    private SiteFiles() {}

    /** Checks of which each runs once in so many seconds, so many to a host. */
    static Path write(Path directory, int checks, int everySeconds, int checksOfHost, IntFunction<String> sectionOfHost)
            throws IOException {
        Files.createDirectories(directory);
        StringBuilder yaml = new StringBuilder(
                """
                defaults: { every: %ds, timeout: %s }
                hosts:
                """.formatted(everySeconds, everySeconds == 1 ? "900ms" : Math.min(10, everySeconds - 1) + "s"));
        for (int check = 0; check < checks; check++) {
            int host = check / checksOfHost;
            if (check % checksOfHost == 0) {
                yaml.append("  host-%d:\n    address: %s\n    checks:\n".formatted(host, WebTarget.address(host)));
            }
            yaml.append("      check-%d:\n        %s\n".formatted(check % checksOfHost, sectionOfHost.apply(host)));
        }
        Files.writeString(directory.resolve("site.yaml"), yaml);
        return directory;
    }
}
