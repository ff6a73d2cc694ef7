package org.watchfloor.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.watchfloor.alert.Alert;
import org.watchfloor.alert.Hold;
import org.watchfloor.alert.NoticeGroup;
import org.watchfloor.alert.Subject;
import org.watchfloor.alert.Verdict;
import org.watchfloor.model.Actor;
import org.watchfloor.model.AlertId;
import org.watchfloor.model.ChannelId;
import org.watchfloor.model.Labels;
import org.watchfloor.model.Notice;
import org.watchfloor.model.NoticeId;
import org.watchfloor.model.Severity;
import org.watchfloor.notify.Posting;

/** Rows as alerts, verdicts and notices. */
final class AlertMappers {
    private AlertMappers() {}

    static Alert alert(ResultSet row) throws SQLException {
        Map<ChannelId, Severity> told = new TreeMap<>();
        Pairs.parse(row.getString("told"))
                .forEach((channel, severity) -> told.put(new ChannelId(channel), Severity.valueOf(severity)));
        return new Alert(
                new AlertId(row.getLong("id")),
                row.getString("rule"),
                subject(row),
                Labels.of(Pairs.parse(row.getString("labels"))),
                Severity.valueOf(row.getString("severity")),
                Nanos.instant(row.getLong("since_time")),
                instant(row, "fired_at"),
                instant(row, "ended_at"),
                new Alert.Said(
                        row.getString("summary"),
                        row.getString("description"),
                        row.getString("explanation"),
                        row.getString("diagnosis"),
                        row.getString("runbook")),
                ack(row),
                instant(row, "shelved_until"),
                held(row),
                new TreeMap<>(told));
    }

    private static Optional<Alert.Ack> ack(ResultSet row) throws SQLException {
        String by = row.getString("acknowledged_by");
        return by == null
                ? Optional.empty()
                : Optional.of(new Alert.Ack(
                        new Actor(by),
                        Nanos.instant(row.getLong("acknowledged_at")),
                        row.getString("acknowledged_note"),
                        instant(row, "acknowledged_until")));
    }

    private static Optional<Alert.Held> held(ResultSet row) throws SQLException {
        String why = row.getString("held_why");
        return why == null
                ? Optional.empty()
                : Optional.of(new Alert.Held(Hold.valueOf(why), row.getString("held_by")));
    }

    static Verdict verdict(ResultSet row) throws SQLException {
        return new Verdict(
                row.getLong("id"),
                Nanos.instant(row.getLong("at_time")),
                new AlertId(row.getLong("alert_id")),
                row.getString("rule"),
                subject(row),
                Verdict.Kind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getString("channel")).map(ChannelId::new),
                Optional.ofNullable(row.getString("actor")).map(Actor::new),
                row.getString("text"));
    }

    static NoticeGroup group(ResultSet row) throws SQLException {
        return new NoticeGroup(
                new NoticeGroup.Key(row.getString("route"), Labels.of(Pairs.parse(row.getString("labels")))),
                row.getString("episode"),
                Nanos.instant(row.getLong("due")),
                instant(row, "told"),
                instant(row, "chain_since"),
                row.getInt("steps"));
    }

    static Posting posting(ResultSet row) throws SQLException {
        NoticeBody.Parts body = NoticeBody.unpack(row.getBytes("body"));
        Notice notice = new Notice(
                new NoticeId(row.getLong("id")),
                new ChannelId(row.getString("channel")),
                Notice.Kind.valueOf(row.getString("kind")),
                Nanos.instant(row.getLong("at_time")),
                body.group(),
                row.getString("episode"),
                body.alerts(),
                body.more(),
                body.note());
        return new Posting(
                notice,
                Posting.Status.valueOf(row.getString("status")),
                row.getInt("tries"),
                Nanos.instant(row.getLong("due")),
                row.getString("trouble"),
                Optional.ofNullable(row.getString("reference")));
    }

    private static Subject subject(ResultSet row) throws SQLException {
        return new Subject(Subject.Kind.valueOf(row.getString("subject_kind")), row.getString("subject_id"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        long nanos = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Nanos.instant(nanos));
    }
}
