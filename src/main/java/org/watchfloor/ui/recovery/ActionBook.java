package org.watchfloor.ui.recovery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.watchfloor.engine.ActionHistory;
import org.watchfloor.engine.Actions;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.recovery.RunbookId;
import org.watchfloor.recovery.action.Action;
import org.watchfloor.recovery.action.ActionId;
import org.watchfloor.recovery.action.TrackRecord;
import org.watchfloor.ui.fx.LatestReply;

/**
 * The actions of the last 90 days, and how often each runbook has helped, for all who show them. The history is asked
 * again when a snapshot tells of something new, at most every three seconds. FX thread only; knows no control.
 */
public final class ActionBook {
    static final Duration KEPT = Duration.ofDays(90);

    private static final int MOST = 10_000;
    /** The history may learn of a change a moment after the snapshot that shows it. */
    private static final Duration SETTLING = Duration.ofSeconds(3);

    private final ActionHistory history;
    private final LatestReply<List<Action>> reply;
    private final ReadOnlyObjectWrapper<List<Action>> past = new ReadOnlyObjectWrapper<>(this, "past", List.of());
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");
    private Map<RunbookId, TrackRecord> records = Map.of();
    private Optional<Seen> seen = Optional.empty();
    private Instant asked = Instant.MIN;
    private Instant askAt = Instant.MAX;
    private boolean asksAgain;

    public ActionBook(ActionHistory history, Executor fx) {
        this.history = history;
        reply = new LatestReply<>(fx);
    }

    /** What tells that there is something new. */
    private record Seen(long last, Set<ActionId> running, List<Action> recent) {
        static Seen in(Actions actions) {
            return new Seen(actions.last(), Set.copyOf(actions.running().keySet()), actions.recent());
        }
    }

    public void show(Snapshot snapshot) {
        Seen now = Seen.in(snapshot.state().actions());
        if (seen.filter(now::equals).isEmpty()) {
            seen = Optional.of(now);
            Instant allowed = asked.plus(SETTLING);
            askAt = allowed.isAfter(snapshot.at()) ? allowed : snapshot.at();
            asksAgain = true;
        }
        if (!snapshot.at().isBefore(askAt)) {
            askAt = asksAgain ? snapshot.at().plus(SETTLING) : Instant.MAX;
            asksAgain = false;
            ask(snapshot.at());
        }
    }

    private void ask(Instant now) {
        asked = now;
        reply.ask(
                history.actions(now.minus(KEPT), now.plusSeconds(2), MOST),
                answer -> {
                    records = answer.stream()
                            .collect(Collectors.groupingBy(
                                    Action::runbook,
                                    Collectors.collectingAndThen(Collectors.toList(), TrackRecord::of)));
                    trouble.set("");
                    past.set(List.copyOf(answer));
                },
                failure -> trouble.set("Actions of the past cannot be read: " + failure.getMessage()));
    }

    /** How often the runbook has helped. */
    TrackRecord of(RunbookId runbook) {
        return records.getOrDefault(runbook, TrackRecord.NONE);
    }

    /** As they are on record, newest first; those under way as they were when the history was asked. */
    ReadOnlyObjectProperty<List<Action>> pastProperty() {
        return past.getReadOnlyProperty();
    }

    /** Why the past is missing; empty if it is not. */
    ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }
}
