package org.watchfloor.ui.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.watchfloor.alert.Alert;
import org.watchfloor.engine.AlertOperations;
import org.watchfloor.model.Actor;
import org.watchfloor.model.AlertId;

/** What a person does with chosen alerts; those that it does not concern are left out. FX thread only. */
public final class AlertActions {
    private final AlertOperations operations;
    private final Actor operator;
    private final Supplier<Instant> now;

    AlertActions(AlertOperations operations, Actor operator, Supplier<Instant> now) {
        this.operations = operations;
        this.operator = operator;
        this.now = now;
    }

    public boolean canAcknowledge(Collection<AlertRow> rows) {
        return !free(rows).isEmpty();
    }

    /** @param note may be empty */
    public void acknowledge(Collection<AlertRow> rows, String note) {
        List<AlertId> ids = free(rows);
        if (!ids.isEmpty()) {
            operations.acknowledgeAlerts(ids, operator, note.strip(), Optional.empty());
        }
    }

    public boolean canUnacknowledge(Collection<AlertRow> rows) {
        return !owned(rows).isEmpty();
    }

    public void unacknowledge(Collection<AlertRow> rows) {
        List<AlertId> ids = owned(rows);
        if (!ids.isEmpty()) {
            operations.unacknowledgeAlerts(ids, operator);
        }
    }

    /** Whether there is one that is not over. */
    public boolean canAct(Collection<AlertRow> rows) {
        return !going(rows).isEmpty();
    }

    /** @param note may be empty */
    public void shelve(Collection<AlertRow> rows, Duration length, String note) {
        List<AlertId> ids = going(rows);
        if (!ids.isEmpty()) {
            operations.shelveAlerts(ids, operator, note.strip(), now.get().plus(length));
        }
    }

    /** @return whether there was something to say */
    public boolean comment(Collection<AlertRow> rows, String text) {
        List<AlertId> ids = going(rows);
        if (ids.isEmpty() || text.isBlank()) {
            return false;
        }
        operations.commentAlerts(ids, operator, text.strip());
        return true;
    }

    /** @param note may be empty */
    public void resolve(Collection<AlertRow> rows, String note) {
        List<AlertId> ids = going(rows);
        if (!ids.isEmpty()) {
            operations.resolveAlerts(ids, operator, note.strip());
        }
    }

    private List<AlertId> free(Collection<AlertRow> rows) {
        return ids(rows, alert -> !alert.isAcknowledged(now.get()));
    }

    private List<AlertId> owned(Collection<AlertRow> rows) {
        return ids(rows, alert -> alert.isAcknowledged(now.get()));
    }

    private static List<AlertId> going(Collection<AlertRow> rows) {
        return ids(rows, _ -> true);
    }

    private static List<AlertId> ids(Collection<AlertRow> rows, Predicate<Alert> wanted) {
        return rows.stream()
                .map(AlertRow::alert)
                .filter(alert -> alert.status() != Alert.Status.RESOLVED)
                .filter(wanted)
                .map(Alert::id)
                .toList();
    }
}
