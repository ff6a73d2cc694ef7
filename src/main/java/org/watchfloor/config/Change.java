package org.watchfloor.config;

import java.util.Optional;

/** What is to become of one entry of the console's file. Immutable. */
public sealed interface Change {
    EntryId id();

    /** Writes an entry that is nowhere yet. */
    record Add(EntryId id, Written.Keys keys) implements Change {}

    /**
     * Writes an entry, whether or not it is there.
     *
     * @param revision what the entry must still be, see {@link WrittenEntry}; empty: whatever it is
     */
    record Save(EntryId id, Written.Keys keys, Optional<String> revision) implements Change {}

    /** @param revision as of {@link Save} */
    record Remove(EntryId id, Optional<String> revision) implements Change {}
}
