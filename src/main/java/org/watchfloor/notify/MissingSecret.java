package org.watchfloor.notify;

import java.io.Serial;

/** A secret that a channel refers to is missing or unusable on this machine; the message is for the operator. */
public final class MissingSecret extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    public MissingSecret(String message) {
        super(message);
    }

    public Delivery.Refused refused() {
        return new Delivery.Refused(String.valueOf(getMessage()));
    }
}
