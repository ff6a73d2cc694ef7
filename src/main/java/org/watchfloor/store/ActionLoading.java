package org.watchfloor.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.watchfloor.engine.RestoredActions;
import org.watchfloor.recovery.action.Action;
import org.watchfloor.recovery.action.AutomationMove;
import org.watchfloor.recovery.action.ServiceMove;
import org.watchfloor.recovery.action.Status;
import org.watchfloor.recovery.action.StepRun;

/** Reads what the engine has to know of actions, at start. Runs on the store's thread. */
final class ActionLoading {
    private static final Duration RECENT = Duration.ofDays(7);
    private static final List<String> OPEN = Arrays.stream(Status.values())
            .filter(status -> !status.isOver())
            .map(Status::text)
            .toList();

    private final Handle handle;

    ActionLoading(Handle handle) {
        this.handle = handle;
    }

    /** @param now when the store is opened */
    RestoredActions load(Instant now) {
        return new RestoredActions(
                open(),
                unfinished(),
                endedSince(now.minus(RECENT)),
                automation(),
                moves(),
                handle.createQuery("select coalesce(max(id), 0) from action")
                        .mapTo(Long.class)
                        .one());
    }

    private List<Action> open() {
        return handle.createQuery("select * from action where status in (<open>) order by id")
                .bindList("open", OPEN)
                .map((row, _) -> ActionMappers.action(row))
                .list();
    }

    private List<StepRun> unfinished() {
        return handle.createQuery("""
                        select action_step.* from action join action_step on action_step.action_id = action.id
                        where action.status in (<open>) and action_step.ended_at is null
                        """).bindList("open", OPEN).map((row, _) -> ActionMappers.step(row)).list().stream()
                .sorted(StoredActions.IN_ORDER)
                .toList();
    }

    private List<Action> endedSince(Instant time) {
        return handle.createQuery("select * from action where ended_at >= ? and status <> ? order by ended_at, id")
                .bind(0, Nanos.of(time))
                .bind(1, Status.REFUSED.text())
                .map((row, _) -> ActionMappers.action(row))
                .list();
    }

    private List<ServiceMove> moves() {
        return handle.createQuery("""
                        select * from service_move where id in (select max(id) from service_move group by service_id)
                        order by id
                        """)
                .map((row, _) -> ActionMappers.serviceMove(row))
                .list();
    }

    private List<AutomationMove> automation() {
        return handle.createQuery("""
                        select * from automation where id in (select max(id) from automation group by service_id)
                        order by id
                        """).map((row, _) -> ActionMappers.move(row)).list();
    }
}
