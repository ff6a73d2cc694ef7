package org.watchfloor.ui.incidents;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.watchfloor.engine.History;
import org.watchfloor.engine.Operations;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.incident.Incident;
import org.watchfloor.model.Actor;
import org.watchfloor.model.IncidentId;
import org.watchfloor.ui.fx.LatestReply;

/**
 * Which incidents there are and what happened in the chosen one. Open incidents come with snapshots; closed ones and
 * timelines from the history, which is asked again when a snapshot tells of something new. FX thread only; knows no
 * control.
 */
public final class IncidentsViewModel {
    private static final int MOST = 1_000;
    /** The history may learn of a change a moment after the snapshot that shows it. */
    private static final Duration SETTLING = Duration.ofSeconds(3);

    private final Operations operations;
    private final History history;
    private final Actor operator;
    private final LatestReply<List<Incident>> pastReply;
    private final TimelineModel timeline;
    private final Map<IncidentId, IncidentRow> known = new HashMap<>();
    private final ObservableList<IncidentRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable IncidentRow> chosen = new ReadOnlyObjectWrapper<>(this, "chosen");
    private final ReadOnlyObjectWrapper<Selection> selection =
            new ReadOnlyObjectWrapper<>(this, "selection", Selection.ALL);
    private final ReadOnlyObjectWrapper<Period> period = new ReadOnlyObjectWrapper<>(this, "period", Period.WEEK);
    private final ReadOnlyObjectWrapper<Means> means = new ReadOnlyObjectWrapper<>(this, "means", Means.NONE);
    private final ReadOnlyObjectWrapper<Instant> now = new ReadOnlyObjectWrapper<>(this, "now", Instant.EPOCH);
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");
    private Map<IncidentId, Incident> open = Map.of();
    private List<Incident> past = List.of();
    private long entries = -1;
    private Instant settledAt = Instant.MAX;
    private Optional<IncidentId> wanted = Optional.empty();

    public IncidentsViewModel(Operations operations, History history, Actor operator, Executor fx) {
        this.operations = operations;
        this.history = history;
        this.operator = operator;
        pastReply = new LatestReply<>(fx);
        timeline = new TimelineModel(history, fx);
    }

    /** Newest trouble on top, open before closed; unmodifiable. */
    public ObservableList<IncidentRow> rows() {
        return FXCollections.unmodifiableObservableList(rows);
    }

    public ReadOnlyObjectProperty<@Nullable IncidentRow> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    public TimelineModel timeline() {
        return timeline;
    }

    public ReadOnlyObjectProperty<Selection> selectionProperty() {
        return selection.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Period> periodProperty() {
        return period.getReadOnlyProperty();
    }

    /** Over the incidents listed. */
    public ReadOnlyObjectProperty<Means> meansProperty() {
        return means.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Instant> nowProperty() {
        return now.getReadOnlyProperty();
    }

    /** Why closed incidents are missing; empty if they are not. */
    public ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    public void show(Snapshot snapshot) {
        now.set(snapshot.at());
        Map<IncidentId, Incident> next = new HashMap<>();
        snapshot.openIncidents().forEach(incident -> next.put(incident.id(), incident));
        long told = snapshot.state().counters().timelineEntry();
        if (told != entries || !next.equals(open)) {
            entries = told;
            settledAt = snapshot.at().plus(SETTLING);
            open = next;
            arrange();
            ask();
        } else if (!snapshot.at().isBefore(settledAt)) {
            settledAt = Instant.MAX;
            ask();
        }
    }

    public void select(Selection next) {
        selection.set(next);
        arrange();
    }

    public void look(Period next) {
        period.set(next);
        ask();
    }

    public void choose(@Nullable IncidentRow row) {
        if (chosen.get() != row) {
            chosen.set(row);
            timeline.show(Optional.ofNullable(row).map(IncidentRow::id));
        }
    }

    /** Chooses the incident as soon as it is known, however far back the list has to go for it. */
    public void choose(IncidentId incident) {
        selection.set(Selection.ALL);
        wanted = Optional.of(incident);
        arrange();
        if (wanted.isPresent()) {
            look(Period.MONTH);
        }
    }

    public boolean canAcknowledge() {
        IncidentRow row = chosen.get();
        return row != null
                && row.incident().isOpen()
                && row.incident().acknowledged().isEmpty();
    }

    /** @param note may be empty */
    public void acknowledge(String note) {
        IncidentRow row = chosen.get();
        if (row != null && canAcknowledge()) {
            operations.acknowledge(row.id(), operator, note.strip());
        }
    }

    /** @return whether there was something to add */
    public boolean addNote(String text) {
        IncidentRow row = chosen.get();
        if (row == null || text.isBlank()) {
            return false;
        }
        operations.addNote(row.id(), operator, text.strip());
        return true;
    }

    /** The next open incident that nobody has taken on. */
    public Optional<IncidentRow> nextUnacknowledged() {
        int from = rows.indexOf(chosen.get());
        for (int i = 1; i <= rows.size(); i++) {
            IncidentRow row = rows.get(Math.floorMod(from + i, rows.size()));
            if (row.incident().isOpen() && row.incident().acknowledged().isEmpty()) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    private void ask() {
        if (now.get().equals(Instant.EPOCH)) {
            return;
        }
        timeline.refresh();
        pastReply.ask(
                history.incidents(
                        now.get().minus(period.get().length()), now.get().plusSeconds(1), MOST),
                answer -> {
                    past = List.copyOf(answer);
                    trouble.set("");
                    arrange();
                },
                problem -> trouble.set("Closed incidents cannot be read: " + problem.getMessage()));
    }

    private void arrange() {
        Map<IncidentId, Incident> all = new HashMap<>();
        past.forEach(incident -> all.put(incident.id(), incident));
        all.putAll(open);
        all.values().removeIf(it -> it.isOpen() && !open.containsKey(it.id()));
        known.keySet().retainAll(all.keySet());
        List<IncidentRow> next = new ArrayList<>();
        all.values().forEach(incident -> {
            IncidentRow row = known.computeIfAbsent(incident.id(), _ -> new IncidentRow(incident));
            row.show(incident);
            if (selection.get() == Selection.ALL || incident.isOpen()) {
                next.add(row);
            }
        });
        next.sort(IncidentRow.ORDER);
        if (!next.equals(rows)) {
            rows.setAll(next);
        }
        means.set(Means.of(next.stream().map(IncidentRow::incident).toList()));
        Optional<IncidentRow> asked = wanted.map(known::get).filter(next::contains);
        if (asked.isPresent()) {
            wanted = Optional.empty();
            choose(asked.get());
        } else if (chosen.get() == null || !next.contains(chosen.get())) {
            choose(next.isEmpty() ? null : next.getFirst());
        }
    }
}
