package org.watchfloor.ui.rules;

/** What lies in the editor. */
enum Standing {
    NONE,
    NEW,
    SAVED
}
