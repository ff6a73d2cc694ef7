package org.watchfloor.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.watchfloor.model.IncidentId;
import org.watchfloor.model.ServiceId;
import org.watchfloor.model.Severity;
import org.watchfloor.recovery.failure.Failure;
import org.watchfloor.recovery.failure.FailureCategory;
import org.watchfloor.recovery.failure.FailureType;

/**
 * A failure, as the API tells it.
 *
 * @param incident its number
 * @param ended absent while it lasts
 */
record FailureJson(
        long id,
        Instant at,
        FailureType type,
        FailureCategory category,
        Severity severity,
        String check,
        String host,
        List<String> services,
        String message,
        List<ResultJson.Shown> context,
        Failure.Detection detection,
        Optional<Long> incident,
        Optional<Ended> ended) {
    static FailureJson of(Failure failure) {
        return new FailureJson(
                failure.id().value(),
                failure.at(),
                failure.kind().type(),
                failure.kind().category(),
                failure.severity(),
                failure.target().check().toString(),
                failure.target().host().value(),
                failure.target().services().stream().map(ServiceId::value).toList(),
                failure.message(),
                failure.context().stream().map(ResultJson.Shown::of).toList(),
                failure.detection(),
                failure.incident().map(IncidentId::value),
                failure.ended().map(end -> new Ended(end.at(), end.by())));
    }

    /** When it was over, and by what. */
    record Ended(Instant at, String by) {}
}
