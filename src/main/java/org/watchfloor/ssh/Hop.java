package org.watchfloor.ssh;

import java.nio.file.Path;
import java.util.List;

/** One login on the way to a target, everything resolved. */
record Hop(String host, int port, String user, SshLogin login, List<Path> identityFiles) {
    Hop {
        identityFiles = List.copyOf(identityFiles);
    }

    /** As known_hosts writes it. */
    String knownAs() {
        return port == 22 ? host : "[" + host + "]:" + port;
    }

    @Override
    public String toString() {
        return user + "@" + host + ":" + port;
    }
}
