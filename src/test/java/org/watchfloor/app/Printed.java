package org.watchfloor.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** A command that ran in this very process, and what it printed. */
record Printed(int exitCode, String output, String errors) {
    private static final String LOGGING = "logback.configurationFile";

    static Printed by(Object command, String... arguments) {
        StringWriter output = new StringWriter();
        StringWriter errors = new StringWriter();
        // logging is set up before the command could quiet it for all tests that follow
        LoggerFactory.getLogger(Printed.class);
        @Nullable String before = System.getProperty(LOGGING);
        try {
            int exitCode = new CommandLine(command)
                    .setOut(new PrintWriter(output, true))
                    .setErr(new PrintWriter(errors, true))
                    .execute(arguments);
            return new Printed(exitCode, output.toString(), errors.toString());
        } finally {
            if (before == null) {
                System.clearProperty(LOGGING);
            } else {
                System.setProperty(LOGGING, before);
            }
        }
    }
}
