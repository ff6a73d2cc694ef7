package org.watchfloor.alert.outside;

import java.io.Serial;

/** An alert that is not taken; the message says why, without what was sent: {@code has no labels}. */
public final class NotTaken extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    NotTaken(String why) {
        super(why, null, false, false);
    }

    public String why() {
        return String.valueOf(getMessage());
    }
}
