package org.watchfloor.ssh;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a command runs and who logs in, as the operator wrote it. Targets that are equal share their sessions.
 *
 * @param host name, address or alias of {@code ~/.ssh/config}
 * @param port empty: from {@code ~/.ssh/config}, else 22
 * @param user empty: from {@code ~/.ssh/config}, else the user that Watchfloor runs as
 * @param knownHosts the one file of trusted keys; empty: the files of {@link SshFiles}
 * @param configured whether {@code ~/.ssh/config} is consulted
 */
public record SshTarget(
        String host,
        Optional<Integer> port,
        Optional<String> user,
        SshLogin login,
        Optional<Path> knownHosts,
        boolean configured) {
    /** {@code user@host:port}, as far as given. */
    @Override
    public String toString() {
        return user.map(name -> name + "@").orElse("")
                + host
                + port.map(number -> ":" + number).orElse("");
    }
}
