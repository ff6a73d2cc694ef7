package org.watchfloor.store;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.watchfloor.model.Actor;
import org.watchfloor.model.IncidentId;
import org.watchfloor.model.ServiceId;
import org.watchfloor.recovery.action.Action;
import org.watchfloor.recovery.action.AutomationLevel;
import org.watchfloor.recovery.action.AutomationMove;
import org.watchfloor.recovery.action.Cause;
import org.watchfloor.recovery.action.ServiceMove;
import org.watchfloor.recovery.action.StepRun;
import org.watchfloor.recovery.failure.FailureId;

/** Actions, their steps and what may be done as rows of one transaction. Confined to the writer thread. */
final class ActionRows {
    private static final int LONGEST_GIVEN = 1_000_000;
    private static final int LONGEST_OUTPUT = 300_000;
    private static final int LONGEST_TEXT = 100_000;
    private static final int LONGEST_NAME = 1_000;

    private final Handle handle;

    ActionRows(Handle handle) {
        this.handle = handle;
    }

    /** The newest version replaces the one before. */
    void write(Action action) {
        TargetColumns target = TargetColumns.of(action.target());
        CauseColumns cause = CauseColumns.of(action.cause());
        StageColumns stage = StageColumns.of(action.stage());
        handle.execute(
                """
                merge into action
                    (id, runbook, title, check_id, address, group_id, services, tags, actor, failure_id, given,
                     exclusive_key, incident_id, asked_at, status, stage, stage_part, stage_index, stage_since, stage_green,
                     ended_at, said, agreed_by, undone)
                key (id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                action.id().value(),
                action.runbook().value(),
                Text.of(action.title(), LONGEST_TEXT),
                target.check(),
                target.address(),
                target.group(),
                target.services(),
                target.tags(),
                cause.actor(),
                cause.failure(),
                Text.of(Pairs.of(action.given()), LONGEST_GIVEN),
                Text.of(action.key(), LONGEST_TEXT),
                action.incident().map(IncidentId::value).orElse(null),
                Nanos.of(action.asked()),
                action.status().text(),
                stage.kind().name(),
                stage.part(),
                stage.index(),
                stage.since(),
                stage.green(),
                action.ended().map(Nanos::of).orElse(null),
                Text.of(action.said(), LONGEST_TEXT),
                cause.agreed(),
                action.undone());
    }

    /** The newest version replaces the one before. */
    void write(StepRun step) {
        Optional<StepRun.Ended> end = step.end();
        handle.execute(
                """
                merge into action_step
                    (action_id, part, step_index, title, kind, begun_at, ended_at, outcome, message, output)
                key (action_id, part, step_index) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                step.action().value(),
                step.part().name(),
                step.index(),
                Text.of(step.title(), LONGEST_TEXT),
                Text.of(step.kind(), LONGEST_NAME),
                Nanos.of(step.begun()),
                end.map(ended -> Nanos.of(ended.at())).orElse(null),
                end.map(ended -> ended.how().outcome().name()).orElse(null),
                end.map(ended -> Text.of(ended.how().message(), LONGEST_TEXT)).orElse(null),
                end.map(ended -> Text.of(ended.how().output(), LONGEST_OUTPUT)).orElse(null));
    }

    void write(AutomationMove move) {
        handle.execute(
                "insert into automation (id, at_time, service_id, level, stopped, actor, why) values (?, ?, ?, ?, ?, ?, ?)",
                move.id(),
                Nanos.of(move.at()),
                move.service().map(ServiceId::value).orElse(null),
                move.level().map(AutomationLevel::name).orElse(null),
                move.stopped(),
                move.by().map(ActionRows::name).orElse(null),
                Text.of(move.why(), LONGEST_TEXT));
    }

    void write(ServiceMove move) {
        handle.execute(
                "insert into service_move (id, at_time, service_id, check_id, action_id) values (?, ?, ?, ?, ?)",
                move.id(),
                Nanos.of(move.at()),
                move.service().value(),
                move.to().toString(),
                move.action().value());
    }

    private static String name(Actor actor) {
        return Text.of(actor.name(), LONGEST_NAME);
    }

    /** Who or what began it: one of the two. */
    private record CauseColumns(
            @Nullable String actor,
            @Nullable String agreed,
            @Nullable Long failure) {
        static CauseColumns of(Cause cause) {
            return switch (cause) {
                case Cause.ByHand(Actor by, var agreed) ->
                    new CauseColumns(name(by), agreed.map(ActionRows::name).orElse(null), null);
                case Cause.ByItself(FailureId failure) -> new CauseColumns(null, null, failure.value());
            };
        }
    }
}
