package org.watchfloor.lab;

/** What a scripted command prints and how it ends. */
record CommandAnswer(int exitCode, String output, String error) {
    static CommandAnswer ok(String output) {
        return new CommandAnswer(0, output, "");
    }

    static CommandAnswer failed(int exitCode, String output) {
        return new CommandAnswer(exitCode, output, "");
    }

    /** As a POSIX shell says it. */
    static CommandAnswer notFound(String command) {
        return new CommandAnswer(127, "", "sh: " + command.split("\\s", 2)[0] + ": command not found\n");
    }
}
