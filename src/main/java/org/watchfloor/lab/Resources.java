package org.watchfloor.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The files that the lab carries: worthless demo keys and the demo script. */
final class Resources {
    private Resources() {}

    static String text(String name) {
        try (InputStream stream =
                Objects.requireNonNull(Resources.class.getResourceAsStream("/lab/" + name), "no resource " + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
