package org.watchfloor.model;

/** Names what several checks call, as written in the configuration: {@code payments}. */
public record DependencyId(String value) implements Comparable<DependencyId> {
    public DependencyId {
        Names.require(value);
    }

    @Override
    public int compareTo(DependencyId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
