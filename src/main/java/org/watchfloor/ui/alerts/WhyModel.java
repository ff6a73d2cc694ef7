package org.watchfloor.ui.alerts;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.watchfloor.alert.Verdict;
import org.watchfloor.engine.AlertHistory;
import org.watchfloor.model.AlertId;
import org.watchfloor.ui.fx.LatestReply;

/** All that was decided about one alert at a time; replies about another one are dropped. FX thread only. */
public final class WhyModel {
    private final AlertHistory history;
    private final LatestReply<List<Verdict>> reply;
    private final ObservableList<WhyLine> lines = FXCollections.observableArrayList();
    private final ObservableList<WhyLine> shownLines = FXCollections.unmodifiableObservableList(lines);
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper(this, "note", "");
    private Optional<AlertId> alert = Optional.empty();

    WhyModel(AlertHistory history, Executor fx) {
        this.history = history;
        reply = new LatestReply<>(fx);
    }

    /** In order of time; unmodifiable. */
    public ObservableList<WhyLine> lines() {
        return shownLines;
    }

    /** Why there are no lines; empty if there are. */
    public ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    void show(Optional<AlertId> next) {
        alert = next;
        lines.clear();
        note.set(next.isPresent() ? "Loading …" : "");
        reply.cancel();
        refresh();
    }

    void refresh() {
        alert.ifPresent(id -> reply.ask(
                history.verdicts(id),
                answer -> {
                    List<WhyLine> next = WhyLine.of(answer);
                    if (!next.equals(lines)) {
                        lines.setAll(next);
                    }
                    note.set(next.isEmpty() ? "Nothing written down yet" : "");
                },
                problem -> note.set("What was decided cannot be read: " + problem.getMessage())));
    }
}
