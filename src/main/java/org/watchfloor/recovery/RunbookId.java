package org.watchfloor.recovery;

import org.watchfloor.model.Names;

/** Names a runbook, as written in the configuration. */
public record RunbookId(String value) implements Comparable<RunbookId> {
    public RunbookId {
        if (!Names.isName(value)) {
            throw new IllegalArgumentException("\"" + value + "\" is not a name; use " + Names.RULE);
        }
    }

    @Override
    public int compareTo(RunbookId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
