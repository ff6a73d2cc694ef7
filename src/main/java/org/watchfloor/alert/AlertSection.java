package org.watchfloor.alert;

import org.watchfloor.alert.calendar.MaintenanceReader;
import org.watchfloor.config.EntryId;

/** The sections of the configuration whose entries people make and change while Watchfloor runs. */
public enum AlertSection {
    RULES("alerts", "alert rule"),
    SILENCES("silences", "silence"),
    MAINTENANCE(MaintenanceReader.SECTION, "maintenance");

    private final String key;
    private final String word;

    AlertSection(String key, String word) {
        this.key = key;
        this.word = word;
    }

    /** As it is written. */
    public String key() {
        return key;
    }

    /** What one of its entries is called. */
    public String word() {
        return word;
    }

    /** @throws IllegalArgumentException if the id is no name */
    public EntryId entry(String id) {
        return new EntryId(key, id);
    }
}
