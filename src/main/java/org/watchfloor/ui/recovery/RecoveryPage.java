package org.watchfloor.ui.recovery;

/** The pages of the recovery screen. */
public enum RecoveryPage {
    /** What is being done, and what was. */
    ACTIONS("Running and history"),
    /** What can be done. */
    RUNBOOKS("Runbooks"),
    /** What would have begun by itself. */
    SHADOW("Shadow report");

    private final String text;

    RecoveryPage(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
