package org.watchfloor.ssh;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How to prove who we are. A given key or password is the only one offered; with neither, the keys of the agent come
 * first, then the {@code IdentityFile}s of {@code ~/.ssh/config}, else {@code id_ed25519}, {@code id_ecdsa} and
 * {@code id_rsa}.
 *
 * @param key private key file
 * @param passphrase opens the key
 * @param agent whether a running ssh-agent is asked
 */
public record SshLogin(
        Optional<Path> key, Optional<SshSecret> passphrase, Optional<SshSecret> password, boolean agent) {
    /** What {@code ssh} does without options. */
    public static final SshLogin LIKE_SSH = new SshLogin(Optional.empty(), Optional.empty(), Optional.empty(), true);

    boolean isExplicit() {
        return key.isPresent() || password.isPresent();
    }
}
