package org.watchfloor.recovery.action;

import org.watchfloor.model.Actor;
import org.watchfloor.recovery.failure.FailureId;

/** Who or what began an action. */
public sealed interface Cause {
    /** A person did. */
    record ByHand(Actor by) implements Cause {
        @Override
        public String toString() {
            return by.toString();
        }
    }

    /** It began by itself, because of a failure. */
    record ByItself(FailureId failure) implements Cause {
        @Override
        public String toString() {
            return "failure " + failure;
        }
    }
}
