package org.watchfloor.notify;

import java.time.Duration;
import java.util.Optional;

/** What became of one try to hand over a notice. A receiver that refuses is an answer, not an error. */
public sealed interface Delivery {
    /** @param reference what later notices of the same episode need to join it, such as a thread's id */
    record Accepted(Optional<String> reference) implements Delivery {
        public static final Accepted PLAIN = new Accepted(Optional.empty());
    }

    /**
     * May work later.
     *
     * @param why for people, without secrets: {@code HTTP 503 from hooks.example.org}
     * @param after what the receiver asks for, such as {@code Retry-After}; empty: as the outbox likes
     */
    record Retry(String why, Optional<Duration> after) implements Delivery {}

    /** Will not work like this; somebody has to mend the channel or the message. */
    record Refused(String why) implements Delivery {}
}
