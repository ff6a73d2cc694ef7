package org.watchfloor.ui.detail;

import java.time.Duration;

/** How far back a chart looks, and how often it asks again while it follows the present. */
enum Range {
    HOUR("1 h", Duration.ofHours(1), Duration.ofSeconds(5)),
    DAY("24 h", Duration.ofHours(24), Duration.ofSeconds(15)),
    WEEK("7 d", Duration.ofDays(7), Duration.ofMinutes(1)),
    MONTH("30 d", Duration.ofDays(30), Duration.ofMinutes(1)),
    YEAR("1 y", Duration.ofDays(365), Duration.ofMinutes(5));

    private final String text;
    private final Duration length;
    private final Duration refresh;

    Range(String text, Duration length, Duration refresh) {
        this.text = text;
        this.length = length;
        this.refresh = refresh;
    }

    String text() {
        return text;
    }

    Duration length() {
        return length;
    }

    Duration refresh() {
        return refresh;
    }
}
