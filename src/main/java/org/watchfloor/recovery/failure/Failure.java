package org.watchfloor.recovery.failure;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.watchfloor.model.Fact;
import org.watchfloor.model.IncidentId;
import org.watchfloor.model.Severity;

/**
 * One failure event: what is wrong since when, how it was noticed, and what ended it. Immutable.
 *
 * @param message of the look that failed, in plain words
 * @param context what else was known then; without secrets
 * @param incident the story it belongs to, the same for all failures of it
 * @param ended empty while it lasts
 */
public record Failure(
        FailureId id,
        Instant at,
        Classification kind,
        Severity severity,
        Target target,
        String message,
        List<Fact> context,
        Detection detection,
        Optional<IncidentId> incident,
        Optional<Ended> ended) {
    public Failure {
        context = List.copyOf(context);
    }

    /** How it was noticed. */
    public enum Detection {
        /** A look failed, or a figure is outside its threshold. */
        THRESHOLD,
        /** A figure is outside what is normal for it. */
        ANOMALY,
        /** The check itself could not be carried out. */
        EXCEPTION,
        /** A person says so. */
        OPERATOR
    }

    /** @param by an action, a person, or {@code itself} */
    public record Ended(Instant at, String by) {}

    /** The same, over. */
    public Failure endedAt(Instant when, String by) {
        return new Failure(
                id,
                at,
                kind,
                severity,
                target,
                message,
                context,
                detection,
                incident,
                Optional.of(new Ended(when, by)));
    }
}
