package org.watchfloor.model;

/** Names a host, as written in the configuration: {@code web-1}. */
public record HostId(String value) implements Comparable<HostId> {
    public HostId {
        Names.require(value);
    }

    @Override
    public int compareTo(HostId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
