package org.watchfloor.app;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** What a person types that nobody must see. */
final class Typed {
    private Typed() {}

    @SuppressWarnings("SystemConsoleNull") // of the JDKs that know no null here only some say so
    static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    /** Asks at the terminal without showing what is typed; without a terminal the next line of the input. Empty at its end. */
    @SuppressWarnings("SystemConsoleNull")
    static String secret(String question) {
        Console console = System.console();
        if (console != null && console.isTerminal()) {
            char @Nullable [] typed = console.readPassword("%s", question);
            return typed == null ? "" : new String(typed);
        }
        try {
            String line = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw new UncheckedIOException("what was typed cannot be read", e);
        }
    }
}
