package org.watchfloor.ssh;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.watchfloor.model.Home;

/**
 * What the SSH room reads on this machine.
 *
 * @param home the directory that holds {@code .ssh}
 * @param systemKnownHosts trusted keys for all users, read only
 * @param pins Watchfloor's own known_hosts file: where the trust command writes
 * @param agentSocket the socket of the running ssh-agent
 * @param localUser who logs in when nobody is named
 */
public record SshFiles(Path home, Path systemKnownHosts, Path pins, Optional<Path> agentSocket, String localUser) {
    /** The files of the user that Watchfloor runs as. */
    public static SshFiles ofThisUser(Path pins) {
        return new SshFiles(
                Home.directory(),
                Path.of("/etc/ssh/ssh_known_hosts"),
                pins,
                Optional.ofNullable(System.getenv("SSH_AUTH_SOCK"))
                        .filter(text -> !text.isBlank())
                        .map(Path::of),
                System.getProperty("user.name"));
    }

    List<Path> knownHosts() {
        return List.of(pins, dotSsh().resolve("known_hosts"), dotSsh().resolve("known_hosts2"), systemKnownHosts);
    }

    List<Path> defaultKeys() {
        return List.of(dotSsh().resolve("id_ed25519"), dotSsh().resolve("id_ecdsa"), dotSsh().resolve("id_rsa"));
    }

    Path dotSsh() {
        return home.resolve(".ssh");
    }
}
