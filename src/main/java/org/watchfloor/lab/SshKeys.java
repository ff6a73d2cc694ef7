package org.watchfloor.lab;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.util.security.SecurityUtils;

/**
 * The worthless demo keys of the lab's SSH servers.
 *
 * @param host the key that the sample's known_hosts lists
 * @param client the one key that may come in
 */
record SshKeys(KeyPair host, PublicKey client) {
    static SshKeys load() {
        String hostKey = Resources.text("ssh-host-key");
        try {
            KeyPair host = SecurityUtils.loadKeyPairIdentities(
                            null,
                            NamedResource.ofName("ssh-host-key"),
                            new ByteArrayInputStream(hostKey.getBytes(StandardCharsets.US_ASCII)),
                            null)
                    .iterator()
                    .next();
            PublicKey client = PublicKeyEntry.parsePublicKeyEntry(
                            Resources.text("ssh-client-key.pub").strip())
                    .resolvePublicKey(null, null, null);
            return new SshKeys(host, client);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the SSH keys of the lab cannot be read", e);
        }
    }

    /** A host key that nobody has seen before. */
    static KeyPair fresh() {
        try {
            return KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP256, 256);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no elliptic curve keys on this JDK", e);
        }
    }
}
