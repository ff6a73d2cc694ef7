package org.watchfloor.recovery.action;

import java.util.Optional;
import org.watchfloor.model.Actor;
import org.watchfloor.recovery.failure.FailureId;

/** Who or what began an action. */
public sealed interface Cause {
    /**
     * A person did.
     *
     * @param agreed who else had to agree, and has
     */
    record ByHand(Actor by, Optional<Actor> agreed) implements Cause {
        /** Alone. */
        public ByHand(Actor by) {
            this(by, Optional.empty());
        }

        @Override
        public String toString() {
            return by + agreed.map(other -> " with " + other).orElse("");
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
