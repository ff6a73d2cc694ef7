package org.watchfloor.config;

import org.watchfloor.model.Names;

/**
 * Names one entry of a top-level section: {@code alerts/slow}.
 *
 * @param section the top-level key
 * @param id a name as in {@link Names}
 */
public record EntryId(String section, String id) {
    public EntryId {
        if (!Names.isName(section) || !Names.isName(id)) {
            throw new IllegalArgumentException("an entry needs names; use " + Names.RULE);
        }
    }

    @Override
    public String toString() {
        return section + "/" + id;
    }
}
