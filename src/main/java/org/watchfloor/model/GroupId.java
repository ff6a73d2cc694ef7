package org.watchfloor.model;

/** Names a group of hosts, as written in the configuration: {@code edge}. */
public record GroupId(String value) implements Comparable<GroupId> {
    public GroupId {
        Names.require(value);
    }

    @Override
    public int compareTo(GroupId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
