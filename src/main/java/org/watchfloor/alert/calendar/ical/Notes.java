package org.watchfloor.alert.calendar.ical;

import java.util.ArrayList;
import java.util.List;
import org.watchfloor.alert.calendar.Quoted;

/** Collects what is not taken over, up to a limit. Confined to one reading. */
final class Notes {
    private static final int MOST = 1_000;

    private final List<NotTaken> notes = new ArrayList<>();
    private int more;

    /** @param what a text from the file */
    void add(int line, String what, String why) {
        if (notes.size() < MOST) {
            notes.add(new NotTaken(line, Quoted.text(what), why));
        } else {
            more++;
        }
    }

    List<NotTaken> all() {
        List<NotTaken> all = new ArrayList<>(notes);
        if (more > 0) {
            all.add(new NotTaken(0, more + " more", "only the first " + MOST + " are listed"));
        }
        return all;
    }
}
