package org.watchfloor.model;

/** Names a check by its host and its own name: {@code web-1/front}. */
public record CheckId(HostId host, String name) implements Comparable<CheckId> {
    public CheckId {
        Names.require(name);
    }

    /** @throws IllegalArgumentException if the text is not {@code host/name} */
    public static CheckId parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("\"" + text + "\" is not a check id; write host/name");
        }
        return new CheckId(new HostId(text.substring(0, slash)), text.substring(slash + 1));
    }

    @Override
    public int compareTo(CheckId other) {
        int byHost = host.compareTo(other.host);
        return byHost != 0 ? byHost : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return host + "/" + name;
    }
}
