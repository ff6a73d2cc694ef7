package org.watchfloor.ui.fx;

import java.util.Map;

/** Where the console keeps what a person likes, between starts. */
public interface PreferenceStore {
    /** What was saved last; empty at the first start or if it cannot be read. */
    Map<String, String> load();

    /** Returns at once; what cannot be saved is logged and forgotten. */
    void save(Map<String, String> preferences);
}
