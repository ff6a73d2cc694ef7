package org.watchfloor.notify.desktop;

import org.watchfloor.model.Notice;

/** The screen of this console, as a channel sees it. The UI is one; without a screen there is {@link #NONE}. */
@FunctionalInterface
public interface Desk {
    /** No screen: nothing is ever shown. */
    Desk NONE = (notice, popup) -> false;

    /**
     * Shows a pop-up, or brings that of the same {@link Notice#episode} up to date. Returns at once; called by any
     * thread.
     *
     * @return false if there is no screen to show it on
     */
    boolean show(Notice notice, Popup popup);
}
