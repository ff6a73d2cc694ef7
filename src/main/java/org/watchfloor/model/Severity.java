package org.watchfloor.model;

/** How much an alert matters; declared worst first and shown as P1 to P5. */
public enum Severity {
    CRITICAL("P1"),
    HIGH("P2"),
    MEDIUM("P3"),
    LOW("P4"),
    INFO("P5");

    private final String priority;

    Severity(String priority) {
        this.priority = priority;
    }

    /** {@code P1} for the worst to {@code P5}. */
    public String priority() {
        return priority;
    }

    public boolean isWorseThan(Severity other) {
        return compareTo(other) < 0;
    }
}
