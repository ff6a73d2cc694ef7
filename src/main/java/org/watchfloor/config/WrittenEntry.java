package org.watchfloor.config;

import java.util.Optional;

/**
 * An entry as it stands in a file. Immutable.
 *
 * @param revision names exactly these lines of the console's file; empty if the entry stands in another file, where it
 *     must be changed by hand
 */
public record WrittenEntry(EntryId id, Written.Keys keys, Place place, Optional<String> revision) {}
