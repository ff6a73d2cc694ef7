package org.watchfloor.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A secret by reference; the value is looked up at the moment of use and never kept, printed or logged. */
public sealed interface Secret permits Secret.Variable, Secret.File {
    /** The value, or empty if it is missing on this machine. */
    Optional<String> value();

    /** Where it comes from, safe to show: {@code ${SMTP_PASSWORD}}. */
    String reference();

    /** An environment variable of the Watchfloor process. */
    record Variable(String name) implements Secret {
        @Override
        public Optional<String> value() {
            return Optional.ofNullable(System.getenv(name));
        }

        @Override
        public String reference() {
            return "${" + name + "}";
        }
    }

    /** The first line of a file. */
    record File(Path path) implements Secret {
        @Override
        public Optional<String> value() {
            try (var lines = Files.lines(path)) {
                return lines.findFirst();
            } catch (IOException | UncheckedIOException e) {
                return Optional.empty();
            }
        }

        @Override
        public String reference() {
            return "file:" + path;
        }
    }
}
