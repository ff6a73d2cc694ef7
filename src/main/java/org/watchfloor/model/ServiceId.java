package org.watchfloor.model;

/** Names a service, as written in the configuration: {@code shop}. */
public record ServiceId(String value) implements Comparable<ServiceId> {
    public ServiceId {
        Names.require(value);
    }

    @Override
    public int compareTo(ServiceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
