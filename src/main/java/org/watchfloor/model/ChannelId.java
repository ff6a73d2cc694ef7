package org.watchfloor.model;

/** Names a channel, as written in the configuration: {@code ops-mail}. */
public record ChannelId(String value) implements Comparable<ChannelId> {
    public ChannelId {
        Names.require(value);
    }

    @Override
    public int compareTo(ChannelId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
