package org.watchfloor.gate;

import java.time.Instant;
import java.util.Optional;

/** The answer to a caller. */
public sealed interface Admission {
    /** The breaker after the question. */
    Breaker breaker();

    /** The call may be made; how it ends is to be reported with the ticket. */
    record Admitted(Breaker breaker, Ticket ticket) implements Admission {}

    /**
     * The call is not made.
     *
     * @param retryAt when asking again makes sense; empty while trials are out or a person keeps the breaker open
     */
    record Rejected(Breaker breaker, Optional<Instant> retryAt) implements Admission {}

    /**
     * A call under way.
     *
     * @param era the breaker's when the call began; what began before its last transition does not judge it any more
     */
    record Ticket(long era) {}
}
