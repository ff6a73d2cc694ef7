package org.watchfloor.lab;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How answers travel, whatever they say. */
enum Manner {
    AT_ONCE,
    LATE,
    NEVER,
    CUT,
    DRIPPING;

    private static final Map<Fault, Manner> BY_FAULT =
            Map.of(Fault.DELAY, LATE, Fault.HANG, NEVER, Fault.CUT, CUT, Fault.DRIP, DRIPPING);

    /** The faults that change the manner and not the content. */
    static final Set<Fault> FAULTS = BY_FAULT.keySet();

    static Manner of(Optional<Fault> fault) {
        return fault.map(BY_FAULT::get).orElse(AT_ONCE);
    }
}
