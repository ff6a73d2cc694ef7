package org.watchfloor.ui.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.watchfloor.config.Written;
import org.watchfloor.config.WrittenEntry;

/** Texts that were typed and not saved before another rule was looked at. FX thread only. */
final class KeptDrafts {
    /** Of the rule that is nowhere yet. */
    static final String NEW = "";

    private final Map<String, Unsaved> kept = new LinkedHashMap<>();
    private final ObservableList<String> keys = FXCollections.observableArrayList();
    private final ObservableList<String> shownKeys = FXCollections.unmodifiableObservableList(keys);

    /**
     * Keeps what is more than the beginning of a new rule.
     *
     * @param key the name of the rule that it is about, or {@link #NEW}
     */
    void put(String key, Unsaved draft) {
        if (!draft.equals(Unsaved.BEGINNING)) {
            kept.put(key, draft);
            keys.setAll(kept.keySet());
        }
    }

    Optional<Unsaved> take(String key) {
        Optional<Unsaved> draft = Optional.ofNullable(kept.remove(key));
        keys.setAll(kept.keySet());
        return draft;
    }

    /** The rule that is nowhere yet, as far as it was written. */
    Unsaved begun() {
        return take(NEW).orElse(Unsaved.BEGINNING);
    }

    /** What was typed of a rule that is in no file and not in force any more. */
    Optional<Unsaved> orphan(String gone) {
        return take(gone).map(draft -> new Unsaved(gone, draft.text(), Written.Keys.NONE, Optional.empty()));
    }

    /** The drafts of these entries are needed no more. */
    void saved(List<WrittenEntry> entries) {
        entries.forEach(entry ->
                kept.values().removeIf(draft -> draft.id().equals(entry.id().id())));
        keys.setAll(kept.keySet());
    }

    /** {@code new rule lazy}; that of a rule in force is its name. */
    String words(String key) {
        String name = Optional.ofNullable(kept.get(key)).map(Unsaved::id).orElse(key);
        return key.equals(NEW) ? ("new rule " + name).strip() : name;
    }

    /** Unmodifiable. */
    ObservableList<String> keys() {
        return shownKeys;
    }
}
