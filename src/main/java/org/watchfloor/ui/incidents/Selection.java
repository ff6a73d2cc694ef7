package org.watchfloor.ui.incidents;

/** Which incidents of the period the list shows. */
public enum Selection {
    OPEN("Open"),
    ALL("All");

    private final String text;

    Selection(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
