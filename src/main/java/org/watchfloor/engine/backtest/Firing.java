package org.watchfloor.engine.backtest;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.watchfloor.alert.Subject;
import org.watchfloor.model.Severity;

/**
 * One time that the rule would have fired.
 *
 * @param since when the condition came true
 * @param from when it fired: later than that by the rule's {@code for}
 * @param to when it was over; empty if it still fires at the end of the span
 * @param trueUntil when the condition itself was false again for the first time: earlier than {@code to} if the rule has
 *     a condition of its own for recovery
 * @param severity the worst that it had
 * @param explanation how the condition was true when it fired
 */
public record Firing(
        Subject subject,
        Instant since,
        Instant from,
        Optional<Instant> to,
        Instant trueUntil,
        Severity severity,
        String explanation) {
    /** How long it fired, up to the end of the span. */
    public Duration length(Instant end) {
        return Duration.between(from, to.orElse(end));
    }

    boolean overlaps(Instant otherFrom, Instant otherTo, Instant end) {
        return from.isBefore(otherTo) && otherFrom.isBefore(to.orElse(end));
    }
}
