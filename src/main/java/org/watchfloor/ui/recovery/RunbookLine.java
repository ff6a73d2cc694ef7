package org.watchfloor.ui.recovery;

import java.util.ArrayList;
import java.util.List;
import org.watchfloor.recovery.Guards;
import org.watchfloor.recovery.Runbook;
import org.watchfloor.recovery.action.TrackRecord;

/** A runbook as it is listed. Immutable. */
record RunbookLine(Runbook runbook, TrackRecord record) {
    /** What marks it, in words; empty if nothing does. */
    String marks() {
        return String.join(" · ", marks(runbook.guards()));
    }

    private static List<String> marks(Guards guards) {
        List<String> marks = new ArrayList<>();
        if (guards.safe()) {
            marks.add("safe");
        }
        if (guards.dangerous()) {
            marks.add("dangerous");
        }
        if (guards.twoPersons()) {
            marks.add("two persons");
        }
        return marks;
    }
}
