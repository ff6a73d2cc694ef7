package org.watchfloor.gate;

import java.util.Locale;

/** What a gate stands before: {@code host:web-1}, {@code ssh:web-1}, {@code dependency:payments}, {@code channel:oncall}. */
public record GateId(Kind kind, String name) implements Comparable<GateId> {
    /** In the order in which they are shown. */
    public enum Kind {
        /** A host, by whatever protocol. */
        HOST,
        /** The SSH sessions of a host. */
        SSH,
        /** Something that several checks call, by a name of its own. */
        DEPENDENCY,
        /** What is done to a host to mend it. */
        ACTION,
        /** A channel of notices. */
        CHANNEL
    }

    @Override
    public int compareTo(GateId other) {
        int byKind = kind.compareTo(other.kind);
        return byKind == 0 ? name.compareTo(other.name) : byKind;
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + ":" + name;
    }
}
