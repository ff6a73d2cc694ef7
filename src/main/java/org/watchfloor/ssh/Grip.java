package org.watchfloor.ssh;

import org.jspecify.annotations.Nullable;

/** What a run holds on to: cut when the run is given up, also if it takes hold of something only later. */
final class Grip {
    private final Runnable whenProven;
    private @Nullable Lifeline held;
    private boolean doubtful;
    private boolean lost;

    /** @param whenProven told each time that a session has opened a channel */
    Grip(Runnable whenProven) {
        this.whenProven = whenProven;
    }

    synchronized void take(Lifeline fresh) {
        held = fresh;
        doubtful = false;
        if (lost) {
            fresh.cut();
        }
    }

    /** A kept session may have died in silence: it is doubted until it opens a channel. */
    synchronized void takeKept(Lifeline kept) {
        take(kept);
        doubtful = true;
    }

    synchronized void prove() {
        doubtful = false;
        whenProven.run();
    }

    /** Lets go of a session that is still in doubt, so that the run may dial anew. */
    synchronized void letGoIfDoubtful() {
        if (doubtful && held != null) {
            held.cut();
        }
    }

    synchronized void letGo() {
        lost = true;
        if (held != null) {
            held.cut();
        }
    }
}
