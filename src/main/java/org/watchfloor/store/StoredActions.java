package org.watchfloor.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.watchfloor.engine.ActionHistory;
import org.watchfloor.recovery.action.Action;
import org.watchfloor.recovery.action.ActionId;
import org.watchfloor.recovery.action.StepRun;

/** Answers from the tables of actions. Any thread may ask. */
final class StoredActions implements ActionHistory {
    /** As they are carried out, also while the clock was set back. */
    static final Comparator<StepRun> IN_ORDER =
            Comparator.comparing(StepRun::action).thenComparing(StepRun::part).thenComparingInt(StepRun::index);

    private final Queries queries;

    StoredActions(Queries queries) {
        this.queries = queries;
    }

    @Override
    public CompletableFuture<List<Action>> actions(Instant from, Instant to, int most) {
        return queries.ask(reading -> reading.handle()
                .createQuery("""
                        select * from action where asked_at >= ? and asked_at < ?
                        order by asked_at desc, id desc limit ?
                        """)
                .bind(0, Nanos.of(from))
                .bind(1, Nanos.of(to))
                .bind(2, most)
                .map((row, _) -> ActionMappers.action(row))
                .list());
    }

    @Override
    public CompletableFuture<Optional<Action>> action(ActionId id) {
        return queries.ask(reading -> reading.handle()
                .createQuery("select * from action where id = ?")
                .bind(0, id.value())
                .map((row, _) -> ActionMappers.action(row))
                .findOne());
    }

    @Override
    public CompletableFuture<List<StepRun>> steps(ActionId action) {
        return queries.ask(reading -> reading
                .handle()
                .createQuery("select * from action_step where action_id = ?")
                .bind(0, action.value())
                .map((row, _) -> ActionMappers.step(row))
                .list()
                .stream()
                .sorted(IN_ORDER)
                .toList());
    }
}
