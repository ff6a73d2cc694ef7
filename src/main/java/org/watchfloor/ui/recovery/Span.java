package org.watchfloor.ui.recovery;

import java.time.Duration;

/** How far back the list of actions goes. */
enum Span {
    DAY("24 h", Duration.ofDays(1)),
    WEEK("7 d", Duration.ofDays(7)),
    MONTH("30 d", Duration.ofDays(30)),
    ALL("90 d", ActionBook.KEPT);

    private final String text;
    private final Duration length;

    Span(String text, Duration length) {
        this.text = text;
        this.length = length;
    }

    String text() {
        return text;
    }

    Duration length() {
        return length;
    }
}
