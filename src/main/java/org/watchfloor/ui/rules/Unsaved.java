package org.watchfloor.ui.rules;

import java.util.Optional;
import org.watchfloor.alert.AlertRule;
import org.watchfloor.config.EntryText;
import org.watchfloor.config.Written;
import org.watchfloor.config.WrittenEntry;

/**
 * A text, and what it was made from: if that was changed meanwhile, it is not overwritten. Immutable.
 *
 * @param id empty for a rule without a name
 * @param saved what it is compared with
 * @param written where that stands; empty if no file holds it
 */
record Unsaved(String id, String text, Written.Keys saved, Optional<WrittenEntry> written) {
    /** What a new rule begins with. */
    static final Unsaved BEGINNING =
            new Unsaved("", "when: latency > 500ms\nfor: 5m\nseverity: high", Written.Keys.NONE, Optional.empty());

    static final Unsaved NONE = new Unsaved("", "", Written.Keys.NONE, Optional.empty());

    /** Nothing was typed: as a file has it, or else in the rule's own words. */
    static Unsaved of(AlertRule rule, Optional<WrittenEntry> found) {
        return found.map(Unsaved::of).orElseGet(() -> {
            Written.Keys keys = RuleWords.keys(rule);
            return new Unsaved(rule.id(), EntryText.of(keys), keys, Optional.empty());
        });
    }

    static Unsaved of(WrittenEntry entry) {
        return new Unsaved(entry.id().id(), EntryText.of(entry.keys()), entry.keys(), Optional.of(entry));
    }

    /** Names exactly what it was made from. */
    Optional<String> revision() {
        return written.flatMap(WrittenEntry::revision);
    }
}
