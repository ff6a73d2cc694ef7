package org.watchfloor.alert.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.Optional;

/** A rule that says at which local times something begins. Immutable; each query has an iterator of its own. */
public sealed interface Recurrence permits Rrule, Cron {
    /** As the operator wrote it. */
    String text();

    /** The beginnings from a local time on (inclusive), ascending; may be endless. {@link #until} is not looked at. */
    Iterator<LocalDateTime> starts(LocalDateTime from);

    /** The last instant (inclusive) at which it may begin; empty if it goes on for ever. */
    Optional<Instant> until();
}
