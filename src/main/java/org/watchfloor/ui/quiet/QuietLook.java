package org.watchfloor.ui.quiet;

/** How silences and maintenance are looked at. */
enum QuietLook {
    LIST("List"),
    WEEK("Week"),
    MONTH("Month");

    private final String text;

    QuietLook(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
