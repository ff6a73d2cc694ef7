package org.watchfloor.ui.quiet;

/** How planned work comes about. */
enum WorkKind {
    ONCE("Once"),
    WEEKLY("Every week"),
    MONTHLY("Every month"),
    RRULE("Rule"),
    CRON("Cron");

    private final String text;

    WorkKind(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /** Whether it counts from a written beginning; cron says by itself when it begins. */
    boolean hasFrom() {
        return this != CRON;
    }

    boolean isWritten() {
        return this == RRULE || this == CRON;
    }
}
