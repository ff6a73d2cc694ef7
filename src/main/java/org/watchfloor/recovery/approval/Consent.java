package org.watchfloor.recovery.approval;

import org.watchfloor.model.Actor;

/** Whether a second person has agreed. */
public sealed interface Consent {
    /** Nobody was asked. */
    record None() implements Consent {}

    /** That person has, with the right PIN. */
    record Given(Actor by) implements Consent {}

    /** @param why in words */
    record Denied(String why) implements Consent {}
}
