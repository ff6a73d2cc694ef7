package org.watchfloor.alert.calendar.ical;

import java.io.Serial;

/** An event cannot be taken over; ends its reading from wherever it is. */
final class Refused extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    Refused(String why) {
        super(why, null, false, false);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
