package org.watchfloor.recovery.failure;

/** Numbers a failure; grows by one, never used again. */
public record FailureId(long value) implements Comparable<FailureId> {
    @Override
    public int compareTo(FailureId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
