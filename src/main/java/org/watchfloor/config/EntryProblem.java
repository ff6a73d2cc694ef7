package org.watchfloor.config;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Something wrong in what was to be written.
 *
 * @param entry the entry that it is about; empty if it is elsewhere in the configuration
 * @param path the key within the entry, such as {@code levels.critical} or {@code match[1]}; empty for the entry itself
 * @param offset the character of that text, from 0, if one is to blame
 * @param problem as it would be told of the file
 */
public record EntryProblem(Optional<EntryId> entry, String path, OptionalInt offset, ConfigProblem problem) {
    static EntryProblem elsewhere(ConfigProblem problem) {
        return new EntryProblem(Optional.empty(), "", OptionalInt.empty(), problem);
    }
}
