package org.watchfloor.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.watchfloor.engine.AlertOperations;
import org.watchfloor.model.Actor;
import org.watchfloor.model.AlertId;

/** Commands about alerts; each is accepted at once, and its effect is seen in a later look at the alert. */
final class AlertCommands {
    private final KnownAlerts alerts;
    private final AlertOperations operations;
    private final InstantSource clock;

    AlertCommands(EnginePorts engine, InstantSource clock) {
        this.alerts = new KnownAlerts(engine);
        this.operations = engine.alertOperations();
        this.clock = clock;
    }

    Reply acknowledge(Call call) throws InterruptedException {
        AcknowledgeBody body = call.body(AcknowledgeBody.class);
        Actor by = CallerText.by(body.by());
        String note = CallerText.clean("note", body.note().orElse(""));
        Instant now = clock.instant();
        Optional<Instant> until = end(body.until(), body.lasting(), now);
        if (until.filter(end -> !end.isAfter(now)).isPresent()) {
            throw Problem.badParameter("until", "must lie in the future");
        }
        AlertId alert = open(call);
        operations.acknowledgeAlerts(List.of(alert), by, note, until);
        return accepted("acknowledge", alert);
    }

    Reply unacknowledge(Call call) throws InterruptedException {
        Actor by = CallerText.by(
                call.body(ByBody.class, new ByBody(Optional.empty())).by());
        AlertId alert = open(call);
        operations.unacknowledgeAlerts(List.of(alert), by);
        return accepted("unacknowledge", alert);
    }

    /** An end in the past takes the alert back. */
    Reply shelve(Call call) throws InterruptedException {
        ShelveBody body = call.body(ShelveBody.class);
        Actor by = CallerText.by(body.by());
        String note = CallerText.required("note", body.note());
        Instant until = end(body.until(), body.lasting(), clock.instant())
                .orElseThrow(
                        () -> Problem.badParameter("for", "say until when: \"for\": \"2h\", or \"until\": a time"));
        AlertId alert = open(call);
        operations.shelveAlerts(List.of(alert), by, note, until);
        return accepted("shelve", alert);
    }

    Reply resolve(Call call) throws InterruptedException {
        ResolveBody body = call.body(ResolveBody.class);
        Actor by = CallerText.by(body.by());
        String note = CallerText.required("note", body.note());
        AlertId alert = open(call);
        operations.resolveAlerts(List.of(alert), by, note);
        return accepted("resolve", alert);
    }

    Reply comment(Call call) throws InterruptedException {
        CommentBody body = call.body(CommentBody.class);
        Actor by = CallerText.by(body.by());
        String text = CallerText.required("text", body.text());
        AlertId alert = open(call);
        operations.commentAlerts(List.of(alert), by, text);
        return accepted("comment", alert);
    }

    private AlertId open(Call call) throws InterruptedException {
        return alerts.open(call.alertId()).id();
    }

    private static Optional<Instant> end(Optional<String> until, Optional<String> lasting, Instant now) {
        if (until.isPresent() && lasting.isPresent()) {
            throw Problem.badParameter("for", "give \"for\" or \"until\", not both");
        }
        return until.map(text -> TimeSpan.instant("until", text, now))
                .or(() -> lasting.map(text -> now.plus(TimeSpan.length("for", text))));
    }

    private static Reply accepted(String command, AlertId alert) {
        return Reply.json(202, new Accepted(command, alert.value()));
    }

    /** What will be done to which alert. */
    record Accepted(String command, long alert) {}

    /** What a caller sends to take an alert over; the ends of time are given in one of two ways. */
    record AcknowledgeBody(
            Optional<String> by,
            Optional<String> note,
            Optional<String> until,
            @JsonProperty("for") Optional<String> lasting) {}

    /** What a caller may send with a command that needs nothing. */
    record ByBody(Optional<String> by) {}

    /** What a caller sends to put an alert aside. */
    record ShelveBody(
            Optional<String> by,
            Optional<String> note,
            Optional<String> until,
            @JsonProperty("for") Optional<String> lasting) {}

    /** What a caller sends to end an alert. */
    record ResolveBody(Optional<String> by, Optional<String> note) {}

    /** What a caller sends to say something. */
    record CommentBody(Optional<String> by, Optional<String> text) {}
}
