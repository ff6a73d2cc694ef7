package org.watchfloor.ui.alerts;

/** Which alerts the table shows. */
public enum AlertsView {
    NEEDS_ME("Needs me"),
    PRESENT("All present"),
    DAY("Last 24 h");

    private final String text;

    AlertsView(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
