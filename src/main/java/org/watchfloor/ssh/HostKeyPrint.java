package org.watchfloor.ssh;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A host key as people compare it.
 *
 * @param type such as {@code ssh-ed25519}
 * @param fingerprint {@code SHA256:} and base64 without padding, as {@code ssh-keygen -l} prints it
 */
public record HostKeyPrint(String type, String fingerprint) {
    static HostKeyPrint of(String type, byte[] key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key);
            return new HostKeyPrint(
                    type, "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return fingerprint + " (" + type + ")";
    }
}
