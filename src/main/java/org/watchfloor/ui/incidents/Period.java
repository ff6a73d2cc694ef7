package org.watchfloor.ui.incidents;

import java.time.Duration;

/** How far back the list of incidents goes. */
public enum Period {
    DAY("24 h", Duration.ofDays(1)),
    WEEK("7 d", Duration.ofDays(7)),
    MONTH("30 d", Duration.ofDays(30));

    private final String text;
    private final Duration length;

    Period(String text, Duration length) {
        this.text = text;
        this.length = length;
    }

    public String text() {
        return text;
    }

    public Duration length() {
        return length;
    }
}
