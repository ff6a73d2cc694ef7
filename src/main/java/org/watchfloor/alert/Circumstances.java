package org.watchfloor.alert;

import java.time.Instant;
import java.util.Optional;

/** What else is true of the thing that an alert is about. Asked by the thread that decides. */
public interface Circumstances {
    /** What it lies behind, if that is broken. */
    Optional<String> behind(Subject subject);

    boolean isFlapping(Subject subject);

    /** The maintenance that it is in. */
    Optional<String> maintenance(Subject subject, Instant now);

    /** Why Watchfloor itself does not know at present how the thing is. */
    Optional<String> unobserved(Subject subject);

    /** Its latest look was good again, though that is not confirmed yet. */
    boolean isRecovering(Subject subject);
}
