package org.watchfloor.model;

/** Numbers an incident; grows by one, never used again. */
public record IncidentId(long value) implements Comparable<IncidentId> {
    @Override
    public int compareTo(IncidentId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
