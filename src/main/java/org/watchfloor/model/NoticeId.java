package org.watchfloor.model;

/** Numbers a notice to one channel; grows by one, never used again. */
public record NoticeId(long value) implements Comparable<NoticeId> {
    @Override
    public int compareTo(NoticeId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
