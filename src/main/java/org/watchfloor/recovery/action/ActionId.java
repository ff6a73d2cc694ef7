package org.watchfloor.recovery.action;

/** The number of an action, growing with time. */
public record ActionId(long value) implements Comparable<ActionId> {
    @Override
    public int compareTo(ActionId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
