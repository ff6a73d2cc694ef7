package org.watchfloor.config;

import java.nio.file.Path;

/**
 * What all nodes of one reading share.
 *
 * @param directory the base of relative paths
 */
record Reading(Problems problems, Path directory, Placeholders placeholders) {
    /** The same for texts that belong to a host. */
    Reading forHost(String id, String address) {
        return new Reading(problems, directory, Placeholders.of(id, address));
    }
}
