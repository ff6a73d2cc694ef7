package org.watchfloor.app;

import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Where log lines go; to be called before the first logger is made. */
final class Logs {
    /** Held here, because the logging of the JDK forgets loggers that nobody holds. */
    private static final Logger TOOLKIT = Logger.getLogger("javafx");

    private Logs() {}

    /** All to a file below the data directory; without the console to the terminal too; the console itself shows what needs a human. */
    static void to(Path dataDirectory, boolean headless) {
        System.setProperty("watchfloor.logs", dataDirectory.resolve("logs").toString());
        System.setProperty("watchfloor.stderr", headless ? "INFO" : "ERROR");
    }

    /** JavaFX warns of the class path at each start, which is how this program runs. */
    static void quietToolkit() {
        TOOLKIT.setLevel(Level.SEVERE);
    }

    /** Commands that print their answer stay quiet otherwise. */
    static void off() {
        System.setProperty("logback.configurationFile", "logback-quiet.xml");
    }
}
