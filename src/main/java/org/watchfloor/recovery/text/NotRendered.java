package org.watchfloor.recovery.text;

/** A text cannot be made of these values; the message says why, without telling the value. */
public final class NotRendered extends Exception {
    public NotRendered(String message) {
        super(message);
    }
}
