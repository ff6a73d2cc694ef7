package org.watchfloor.ui.away;

import java.time.Instant;
import java.util.Optional;
import org.watchfloor.model.ChannelId;

/**
 * A channel that was told, or was to be.
 *
 * @param at when that was decided; empty if that was before anybody left
 */
record Told(ChannelId channel, Optional<Instant> at, How how) {
    /** What became of it. */
    enum How {
        REACHED,
        ON_ITS_WAY,
        NOT_REACHED
    }
}
