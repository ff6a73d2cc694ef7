package org.watchfloor.alert.calendar;

import java.io.Serial;

/** A text that is no recurrence, or one that cannot be followed. The message says what is wrong with it. */
public final class BadRecurrence extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String mend;

    BadRecurrence(String what, String mend) {
        super(what, null, false, false);
        this.mend = mend;
    }

    /** Such as {@code never begins}, to be put behind the name of what holds the text. */
    public String what() {
        return String.valueOf(getMessage());
    }

    public String mend() {
        return mend;
    }
}
