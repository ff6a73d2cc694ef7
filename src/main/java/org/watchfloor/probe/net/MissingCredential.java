package org.watchfloor.probe.net;

import java.io.Serial;
import org.watchfloor.config.Secret;
import org.watchfloor.model.Reason;

/** A secret or key file that a check refers to is missing or unusable on this machine; the message is for the operator. */
public final class MissingCredential extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    public MissingCredential(String message) {
        super(message);
    }

    /** The value behind the reference, read now. */
    public static String require(Secret secret) throws MissingCredential {
        return secret.value()
                .filter(value -> !value.isEmpty())
                .orElseThrow(() ->
                        new MissingCredential("credential " + secret.reference() + " is missing on this machine"));
    }

    public Failure failure() {
        return new Failure(Reason.CREDENTIAL_MISSING, String.valueOf(getMessage()));
    }
}
