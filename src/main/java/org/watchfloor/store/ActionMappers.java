package org.watchfloor.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.watchfloor.model.Actor;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.IncidentId;
import org.watchfloor.model.ServiceId;
import org.watchfloor.recovery.RunbookId;
import org.watchfloor.recovery.action.Action;
import org.watchfloor.recovery.action.ActionId;
import org.watchfloor.recovery.action.AutomationLevel;
import org.watchfloor.recovery.action.AutomationMove;
import org.watchfloor.recovery.action.Cause;
import org.watchfloor.recovery.action.Part;
import org.watchfloor.recovery.action.ServiceMove;
import org.watchfloor.recovery.action.Status;
import org.watchfloor.recovery.action.StepEnd;
import org.watchfloor.recovery.action.StepRun;
import org.watchfloor.recovery.failure.FailureId;

/** Rows as actions, steps and moves of the automation. */
final class ActionMappers {
    private ActionMappers() {}

    static Action action(ResultSet row) throws SQLException {
        return new Action(
                new ActionId(row.getLong("id")),
                new RunbookId(row.getString("runbook")),
                row.getString("title"),
                TargetColumns.read(row),
                cause(row),
                Pairs.parse(row.getString("given")),
                row.getString("exclusive_key"),
                Optional.ofNullable(row.getObject("incident_id", Long.class)).map(IncidentId::new),
                instant(row, "asked_at"),
                Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                StageColumns.read(row),
                optionalInstant(row, "ended_at"),
                row.getBoolean("undone"),
                row.getString("said"));
    }

    static StepRun step(ResultSet row) throws SQLException {
        return new StepRun(
                new ActionId(row.getLong("action_id")),
                Part.valueOf(row.getString("part")),
                row.getInt("step_index"),
                row.getString("title"),
                row.getString("kind"),
                instant(row, "begun_at"),
                end(row));
    }

    static AutomationMove move(ResultSet row) throws SQLException {
        return new AutomationMove(
                row.getLong("id"),
                instant(row, "at_time"),
                Optional.ofNullable(row.getString("service_id")).map(ServiceId::new),
                Optional.ofNullable(row.getString("level")).map(AutomationLevel::valueOf),
                row.getBoolean("stopped"),
                Optional.ofNullable(row.getString("actor")).map(Actor::new),
                row.getString("why"));
    }

    static ServiceMove serviceMove(ResultSet row) throws SQLException {
        return new ServiceMove(
                row.getLong("id"),
                instant(row, "at_time"),
                new ServiceId(row.getString("service_id")),
                CheckId.parse(row.getString("check_id")),
                new ActionId(row.getLong("action_id")));
    }

    private static Cause cause(ResultSet row) throws SQLException {
        String actor = row.getString("actor");
        return actor == null
                ? new Cause.ByItself(new FailureId(row.getLong("failure_id")))
                : new Cause.ByHand(
                        new Actor(actor),
                        Optional.ofNullable(row.getString("agreed_by")).map(Actor::new));
    }

    private static Optional<StepRun.Ended> end(ResultSet row) throws SQLException {
        Optional<Instant> at = optionalInstant(row, "ended_at");
        return at.isEmpty() ? Optional.empty() : Optional.of(new StepRun.Ended(at.get(), how(row)));
    }

    private static StepEnd how(ResultSet row) throws SQLException {
        return new StepEnd(
                StepEnd.Outcome.valueOf(row.getString("outcome")), row.getString("message"), row.getString("output"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Nanos.instant(row.getLong(column));
    }

    private static Optional<Instant> optionalInstant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Long.class)).map(Nanos::instant);
    }
}
