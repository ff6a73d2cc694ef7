package org.watchfloor.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.watchfloor.incident.Incident;
import org.watchfloor.incident.Incident.Acknowledgement;
import org.watchfloor.incident.TimelineEntry;
import org.watchfloor.model.Actor;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.Gap;
import org.watchfloor.model.HostId;
import org.watchfloor.model.IncidentId;
import org.watchfloor.model.Reason;
import org.watchfloor.model.State;
import org.watchfloor.model.Transition;

/** Rows as entries. */
final class EntryMappers {
    private EntryMappers() {}

    static Transition transition(ResultSet row) throws SQLException {
        return new Transition(
                row.getLong("id"),
                CheckId.parse(row.getString("check_id")),
                instant(row, "at_time"),
                State.valueOf(row.getString("from_state")),
                State.valueOf(row.getString("to_state")),
                State.valueOf(row.getString("hard_state")),
                Optional.ofNullable(row.getString("reason")).map(Reason::valueOf),
                row.getString("message"));
    }

    static Incident incident(ResultSet row) throws SQLException {
        return new Incident(
                new IncidentId(row.getLong("id")),
                new HostId(row.getString("host_id")),
                instant(row, "started_at"),
                instant(row, "opened_at"),
                acknowledgement(row),
                optionalInstant(row, "resolved_at"),
                checks(row.getString("involved")),
                row.getString("summary"));
    }

    static TimelineEntry timelineEntry(ResultSet row) throws SQLException {
        return new TimelineEntry(
                row.getLong("id"),
                new IncidentId(row.getLong("incident_id")),
                instant(row, "at_time"),
                TimelineEntry.Kind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getString("check_id")).map(CheckId::parse),
                row.getString("text"),
                Optional.ofNullable(row.getString("actor")).map(Actor::new));
    }

    static Gap gap(ResultSet row) throws SQLException {
        return new Gap(instant(row, "from_time"), instant(row, "to_time"), Gap.Cause.valueOf(row.getString("cause")));
    }

    static Series series(ResultSet row) throws SQLException {
        return new Series(
                row.getInt("id"),
                CheckId.parse(row.getString("check_id")),
                row.getString("metric"),
                row.getString("unit"));
    }

    private static Optional<Acknowledgement> acknowledgement(ResultSet row) throws SQLException {
        String by = row.getString("acknowledged_by");
        return by == null
                ? Optional.empty()
                : Optional.of(new Acknowledgement(new Actor(by), instant(row, "acknowledged_at")));
    }

    private static Set<CheckId> checks(String joined) {
        return Arrays.stream(joined.split(" "))
                .filter(text -> !text.isEmpty())
                .map(CheckId::parse)
                .collect(Collectors.toSet());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Nanos.instant(row.getLong(column));
    }

    private static Optional<Instant> optionalInstant(ResultSet row, String column) throws SQLException {
        Instant at = instant(row, column);
        return row.wasNull() ? Optional.empty() : Optional.of(at);
    }
}
