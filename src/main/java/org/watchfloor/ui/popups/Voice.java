package org.watchfloor.ui.popups;

import org.watchfloor.model.Notice;

/** What a pop-up is heard by. Returns at once; called on the FX thread. */
public interface Voice {
    /** Plays what is heard of a notice like this. */
    void play(Notice notice);

    /** Reads one line out. */
    void say(String line);
}
