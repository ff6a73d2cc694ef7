package org.watchfloor.store;

import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.watchfloor.alert.Alert;
import org.watchfloor.alert.NoticeGroup;
import org.watchfloor.alert.Verdict;
import org.watchfloor.engine.Entry;
import org.watchfloor.model.AlertId;
import org.watchfloor.model.Notice;
import org.watchfloor.notify.Posting;
import org.watchfloor.notify.Posting.Status;

/** What the engine decides about alerts and notices as rows of one transaction. Confined to the writer thread. */
final class AlertRows {
    private static final int LONGEST_TEXT = 100_000;
    private static final int LONGEST_NAME = 1_000;
    private static final int LONGEST_LINK = 10_000;

    private final Handle handle;

    AlertRows(Handle handle) {
        this.handle = handle;
    }

    void write(Alert alert) {
        handle.execute(
                """
                merge into alert
                    (id, rule, subject_kind, subject_id, labels, severity, since_time, fired_at, ended_at,
                     summary, description, explanation, diagnosis, runbook,
                     acknowledged_by, acknowledged_at, acknowledged_note, acknowledged_until,
                     shelved_until, held_why, held_by, told)
                key (id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                alert.id().value(),
                alert.rule(),
                alert.subject().kind().name(),
                Text.of(alert.subject().id(), LONGEST_NAME),
                Text.of(Pairs.of(alert.labels().values()), LONGEST_TEXT),
                alert.severity().name(),
                Nanos.of(alert.since()),
                alert.firedAt().map(Nanos::of).orElse(null),
                alert.endedAt().map(Nanos::of).orElse(null),
                Text.of(alert.said().summary(), LONGEST_TEXT),
                Text.of(alert.said().description(), LONGEST_TEXT),
                Text.of(alert.said().explanation(), LONGEST_TEXT),
                Text.of(alert.said().diagnosis(), LONGEST_TEXT),
                Text.of(alert.said().runbook(), LONGEST_LINK),
                alert.ack().map(ack -> Text.of(ack.by().name(), LONGEST_NAME)).orElse(null),
                alert.ack().map(ack -> Nanos.of(ack.at())).orElse(null),
                alert.ack().map(ack -> Text.of(ack.note(), LONGEST_TEXT)).orElse(null),
                alert.ack().flatMap(Alert.Ack::until).map(Nanos::of).orElse(null),
                alert.shelvedUntil().map(Nanos::of).orElse(null),
                alert.held().map(held -> held.why().name()).orElse(null),
                alert.held().map(held -> Text.of(held.by(), LONGEST_TEXT)).orElse(null),
                Pairs.of(alert.told().entrySet().stream()
                        .collect(Collectors.toMap(
                                told -> told.getKey().value(),
                                told -> told.getValue().name()))));
        handle.execute(
                "merge into open_alert (id) key (id) values (?)", alert.id().value());
    }

    void close(AlertId alert) {
        handle.execute("delete from open_alert where id = ?", alert.value());
        handle.execute("delete from outside_alert where id = ?", alert.value());
    }

    void write(Entry.OutsideLasts lasts) {
        handle.execute(
                "merge into outside_alert (id, lasts_until) key (id) values (?, ?)",
                lasts.alert().value(),
                Nanos.of(lasts.until()));
    }

    void write(Verdict verdict) {
        handle.execute(
                """
                insert into verdict (id, at_time, alert_id, rule, subject_kind, subject_id, kind, channel, actor, text)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                verdict.id(),
                Nanos.of(verdict.at()),
                verdict.alert().value(),
                verdict.rule(),
                verdict.subject().kind().name(),
                Text.of(verdict.subject().id(), LONGEST_NAME),
                verdict.kind().name(),
                verdict.channel().map(Object::toString).orElse(null),
                verdict.actor()
                        .map(actor -> Text.of(actor.name(), LONGEST_NAME))
                        .orElse(null),
                Text.of(verdict.text(), LONGEST_TEXT));
    }

    void write(NoticeGroup group) {
        handle.execute(
                """
                merge into notice_group (route, labels, episode, due, told, chain_since, steps)
                key (route, labels) values (?, ?, ?, ?, ?, ?, ?)
                """,
                group.key().route(),
                labels(group.key()),
                group.episode(),
                Nanos.of(group.due()),
                group.told().map(Nanos::of).orElse(null),
                group.chainSince().map(Nanos::of).orElse(null),
                group.steps());
        handle.execute(
                "update counter set highest = greatest(highest, ?) where name = 'episode'",
                Long.parseLong(group.episode().substring(group.episode().lastIndexOf('-') + 1)));
    }

    void close(NoticeGroup.Key group) {
        handle.execute("delete from notice_group where route = ? and labels = ?", group.route(), labels(group));
    }

    private static String labels(NoticeGroup.Key group) {
        return Text.of(Pairs.of(group.labels().values()), LONGEST_TEXT);
    }

    void write(Posting posting) {
        Notice notice = posting.notice();
        handle.execute(
                """
                merge into notice (id, channel, kind, at_time, episode, status, tries, due, trouble, reference, body)
                key (id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                notice.id().value(),
                notice.channel().value(),
                notice.kind().name(),
                Nanos.of(notice.at()),
                notice.episode(),
                posting.status().name(),
                posting.tries(),
                Nanos.of(posting.due()),
                Text.of(posting.trouble(), LONGEST_TEXT),
                posting.reference().map(text -> Text.of(text, LONGEST_LINK)).orElse(null),
                NoticeBody.pack(notice));
        boolean isOpen = posting.status() != Status.ACCEPTED && posting.status() != Status.MERGED;
        handle.execute(
                isOpen ? "merge into open_notice (id) key (id) values (?)" : "delete from open_notice where id = ?",
                notice.id().value());
        posting.reference()
                .ifPresent(reference -> handle.execute(
                        "merge into thread (notice_id, channel, episode, reference) key (notice_id) values (?, ?, ?, ?)",
                        notice.id().value(),
                        notice.channel().value(),
                        notice.episode(),
                        Text.of(reference, LONGEST_LINK)));
    }
}
