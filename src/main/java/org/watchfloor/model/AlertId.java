package org.watchfloor.model;

/** Numbers an alert: one episode from pending to resolved; grows by one, never used again. */
public record AlertId(long value) implements Comparable<AlertId> {
    @Override
    public int compareTo(AlertId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
