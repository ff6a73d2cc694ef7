package org.watchfloor.engine.backtest;

import java.time.Instant;

/** A rule that is taken through the past. Confined to the thread of the back-test. */
interface Replay {
    /** Goes on to that time, in milliseconds since 1970, excluded; all looks that began before it are loaded. */
    void play(long until);

    /** Nothing comes after. */
    void finish(Instant end);
}
