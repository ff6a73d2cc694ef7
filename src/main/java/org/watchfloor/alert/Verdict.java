package org.watchfloor.alert;

import java.time.Instant;
import java.util.Optional;
import org.watchfloor.model.Actor;
import org.watchfloor.model.AlertId;
import org.watchfloor.model.ChannelId;

/**
 * One decision about one alert, with what it rested on; the answer to "why?".
 *
 * @param id grows by one with each verdict of any alert
 * @param subject repeated here, so that "why was nobody called?" can be asked of a check
 * @param channel the channel that it is about, if any
 * @param actor who asked for it; empty for what the engine decided by itself
 * @param text one sentence with the facts
 */
public record Verdict(
        long id,
        Instant at,
        AlertId alert,
        String rule,
        Subject subject,
        Kind kind,
        Optional<ChannelId> channel,
        Optional<Actor> actor,
        String text) {
    /** What was decided. */
    public enum Kind {
        /** The condition came true; it must stay true for a while. */
        PENDING,
        /** It ceased to be true before it was due. */
        CLEARED,
        FIRED,
        /** The severity changed. */
        SEVERITY,
        RESOLVED,
        /** Kept from being paged, see {@link Hold}. */
        HELD,
        /** What held it is over. */
        RELEASED,
        PAGED,
        REMINDED,
        ESCALATED,
        /** The end, the acknowledgement or the flapping was told to those who knew. */
        TOLD,
        /** There is nobody to tell. */
        NOBODY,
        /** Still in the group's wait. */
        WAITING,
        ACKNOWLEDGED,
        UNACKNOWLEDGED,
        SHELVED,
        COMMENT,
        DELIVERED,
        /** A delivery failed or was given up. */
        UNDELIVERED,
        DIAGNOSED
    }
}
