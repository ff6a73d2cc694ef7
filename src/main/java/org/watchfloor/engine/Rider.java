package org.watchfloor.engine;

import org.watchfloor.model.HostId;

/** Who takes a place in a lane while running. Guarded by the lock of {@link CheckLoop}. */
sealed interface Rider permits Turn, Climb {
    HostId host();

    /** The key of the kind of probe: one lane for each. */
    String lane();

    /** False once nobody waits for it any more: it need not start. */
    boolean isWanted();
}
