package org.watchfloor.ui.incidents;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.watchfloor.engine.History;
import org.watchfloor.incident.TimelineEntry;
import org.watchfloor.model.IncidentId;
import org.watchfloor.ui.fx.LatestReply;

/** The timeline of one incident at a time; replies about another one are dropped. FX thread only. */
public final class TimelineModel {
    private final History history;
    private final LatestReply<List<TimelineEntry>> reply;
    private final ObservableList<TimelineLine> lines = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper(this, "note", "");
    private Optional<IncidentId> incident = Optional.empty();

    TimelineModel(History history, Executor fx) {
        this.history = history;
        reply = new LatestReply<>(fx);
    }

    /** In order of time; unmodifiable. */
    public ObservableList<TimelineLine> lines() {
        return FXCollections.unmodifiableObservableList(lines);
    }

    /** Why there are no lines; empty if there are. */
    public ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    void show(Optional<IncidentId> next) {
        incident = next;
        lines.clear();
        note.set(next.isPresent() ? "Loading …" : "");
        reply.cancel();
        refresh();
    }

    void refresh() {
        incident.ifPresent(id -> reply.ask(
                history.timeline(id),
                answer -> {
                    List<TimelineLine> next = TimelineLine.of(answer);
                    if (!next.equals(lines)) {
                        lines.setAll(next);
                    }
                    note.set(next.isEmpty() ? "Nothing written down yet" : "");
                },
                problem -> note.set("The timeline cannot be read: " + problem.getMessage())));
    }
}
