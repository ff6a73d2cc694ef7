package org.watchfloor.probe.ssh;

import java.util.Optional;
import org.watchfloor.config.Secret;
import org.watchfloor.ssh.SshSecret;

/** A secret of the configuration, as the SSH room sees it. */
record ReferredSecret(Secret secret) implements SshSecret {
    @Override
    public Optional<String> value() {
        return secret.value();
    }

    @Override
    public String reference() {
        return secret.reference();
    }
}
