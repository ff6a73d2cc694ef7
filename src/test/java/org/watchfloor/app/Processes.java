package org.watchfloor.app;

import java.util.List;

/** What runs on this machine. */
final class Processes {
    private Processes() {}

    /** Those of this user whose command line ends so. */
    static List<ProcessHandle> named(String end) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").endsWith(end))
                .toList();
    }
}
