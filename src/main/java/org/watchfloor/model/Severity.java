package org.watchfloor.model;

/** How much an alert matters; declared worst first and shown as P1 to P5. */
public enum Severity {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW,
    INFO;

    /** {@code P1} for the worst to {@code P5}. */
    public String priority() {
        return "P" + (ordinal() + 1);
    }

    public boolean isWorseThan(Severity other) {
        return compareTo(other) < 0;
    }
}
