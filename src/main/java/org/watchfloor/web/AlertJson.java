package org.watchfloor.web;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.watchfloor.alert.Alert;
import org.watchfloor.alert.Hold;
import org.watchfloor.alert.Subject;
import org.watchfloor.model.Severity;

/** One episode of a rule and a subject, as the API tells it. */
record AlertJson(
        long id,
        String rule,
        SubjectJson subject,
        Map<String, String> labels,
        Severity severity,
        String priority,
        Alert.Status status,
        Instant since,
        Optional<Instant> firedAt,
        Optional<Instant> endedAt,
        String summary,
        Optional<String> description,
        Optional<String> explanation,
        Optional<String> diagnosis,
        Optional<String> runbook,
        Optional<Acknowledgement> acknowledged,
        Optional<Instant> shelvedUntil,
        Optional<HeldJson> held,
        Map<String, Severity> told) {
    static AlertJson of(Alert alert, Instant now) {
        Alert.Said said = alert.said();
        return new AlertJson(
                alert.id().value(),
                alert.rule(),
                SubjectJson.of(alert.subject()),
                alert.labels().values(),
                alert.severity(),
                alert.severity().priority(),
                alert.status(),
                alert.since(),
                alert.firedAt(),
                alert.endedAt(),
                said.summary(),
                CallerText.present(said.description()),
                CallerText.present(said.explanation()),
                CallerText.present(said.diagnosis()),
                CallerText.present(said.runbook()),
                alert.ack().map(ack -> Acknowledgement.of(ack, alert.isAcknowledged(now))),
                alert.shelvedUntil(),
                alert.held().map(held -> new HeldJson(held.why(), held.by(), held.toString())),
                told(alert));
    }

    private static Map<String, Severity> told(Alert alert) {
        Map<String, Severity> told = new TreeMap<>();
        alert.told().forEach((channel, severity) -> told.put(channel.value(), severity));
        return told;
    }

    /** What it is about; without an id if that is the whole site. */
    record SubjectJson(Subject.Kind kind, Optional<String> id) {
        static SubjectJson of(Subject subject) {
            return new SubjectJson(subject.kind(), CallerText.present(subject.id()));
        }
    }

    /**
     * Who owns it since when.
     *
     * @param holds false if it has run out
     */
    record Acknowledgement(String by, Instant at, Optional<String> note, Optional<Instant> until, boolean holds) {
        static Acknowledgement of(Alert.Ack ack, boolean holds) {
            return new Acknowledgement(ack.by().name(), ack.at(), CallerText.present(ack.note()), ack.until(), holds);
        }
    }

    /** Why nobody is paged, by what, and both in words. */
    record HeldJson(Hold why, String by, String text) {}
}
