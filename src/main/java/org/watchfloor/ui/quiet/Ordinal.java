package org.watchfloor.ui.quiet;

/** Which of the same days of the week in a month. */
enum Ordinal {
    FIRST("first", 1),
    SECOND("second", 2),
    THIRD("third", 3),
    FOURTH("fourth", 4),
    LAST("last", -1);

    private final String text;
    private final int number;

    Ordinal(String text, int number) {
        this.text = text;
        this.number = number;
    }

    /** As in BYDAY of RFC 5545. */
    int number() {
        return number;
    }

    @Override
    public String toString() {
        return text;
    }
}
