package org.watchfloor.ui.recovery;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.watchfloor.engine.Running;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.model.Counted;
import org.watchfloor.recovery.action.Action;
import org.watchfloor.recovery.action.ActionId;
import org.watchfloor.recovery.action.Cause;
import org.watchfloor.recovery.action.Status;
import org.watchfloor.ui.filter.KeyedFilter;

/**
 * What runs, and what ran within a span: all that matches the filter; without one all but what was refused without a
 * person's hand in it. The chosen one in any case. FX thread only; knows no control.
 */
public final class ActionsViewModel {
    private final ActionBook book;
    private final ActionDetailModel detail;
    private final Map<ActionId, ActionRow> known = new HashMap<>();
    private final ObservableList<ActionRow> rows = FXCollections.observableArrayList();
    private final ObservableList<ActionRow> shownRows = FXCollections.unmodifiableObservableList(rows);
    private final ReadOnlyObjectWrapper<@Nullable ActionRow> chosen = new ReadOnlyObjectWrapper<>(this, "chosen");
    private final ReadOnlyObjectWrapper<Instant> now = new ReadOnlyObjectWrapper<>(this, "now", Instant.EPOCH);
    private final ReadOnlyObjectWrapper<Span> span = new ReadOnlyObjectWrapper<>(this, "span", Span.WEEK);
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper(this, "summary", "");
    private final ReadOnlyStringWrapper rest = new ReadOnlyStringWrapper(this, "rest", "");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private SortedMap<ActionId, Running> running = new TreeMap<>();
    private List<Action> recent = List.of();
    private List<Action> over = List.of();
    private int waiting;
    private boolean listing;
    private boolean isShown;
    private KeyedFilter<Action> filter = KeyedFilter.all();
    private Optional<ActionId> wanted = Optional.empty();

    ActionsViewModel(ActionBook book, ActionDetailModel detail) {
        this.book = book;
        this.detail = detail;
        book.pastProperty().subscribe(_ -> arrange());
    }

    void show(Snapshot snapshot) {
        isShown = true;
        now.set(snapshot.at().truncatedTo(ChronoUnit.SECONDS));
        running = snapshot.state().actions().running();
        waiting = snapshot.state().actions().waiting().size();
        if (!recent.equals(snapshot.state().actions().recent())) {
            recent = snapshot.state().actions().recent();
            arrange();
        } else {
            list();
        }
        detail.show(snapshot);
    }

    /** What the engine knows is newer than what is on record. */
    private void arrange() {
        SortedMap<ActionId, Action> all = new TreeMap<>();
        book.pastProperty().get().forEach(action -> all.put(action.id(), action));
        recent.forEach(action -> all.put(action.id(), action));
        over = List.copyOf(all.values()).reversed();
        if (isShown) {
            list();
        }
    }

    void filter(String text) {
        KeyedFilter<Action> next = KeyedFilter.parse(text, new ActionGrammar());
        problem.set(next.problem());
        if (next.problem().isEmpty()) {
            filter = next;
            list();
        }
    }

    void look(Span next) {
        span.set(next);
        list();
    }

    /** A person chose it in the list. */
    void pick(ActionRow row) {
        if (!listing && row != chosen.get()) {
            choose(row.id());
        }
    }

    /** It is listed from now on, whatever became of it. */
    void choose(ActionId action) {
        if (!wanted.equals(Optional.of(action))) {
            wanted = Optional.of(action);
            list();
        }
    }

    private void list() {
        Map<ActionId, ActionLine> lines = lines();
        List<ActionRow> fresh = new ArrayList<>();
        int hidden = 0;
        for (ActionLine line : lines.values()) {
            if (isShown(line)) {
                fresh.add(row(line));
            } else if (filter.isEmpty()) {
                hidden++;
            }
        }
        if (!fresh.equals(rows)) {
            listing = true; // a table that loses its rows chooses others by itself
            rows.setAll(fresh);
            listing = false;
        }
        if (known.size() > fresh.size()) {
            known.values().retainAll(Set.copyOf(fresh));
        }
        choose(fresh);
        tell(hidden);
    }

    /** Running ones first, then the newest. */
    private Map<ActionId, ActionLine> lines() {
        Map<ActionId, ActionLine> lines = new LinkedHashMap<>();
        for (Running one : List.copyOf(running.values()).reversed()) {
            lines.put(one.action().id(), ActionLine.of(one, now()));
        }
        for (Action action : over) {
            if (isInSpan(action) || isWanted(action)) {
                lines.putIfAbsent(action.id(), ActionLine.past(action));
            }
        }
        return lines;
    }

    private boolean isShown(ActionLine line) {
        Action action = line.action();
        boolean isQuiet = action.status() == Status.REFUSED && action.cause() instanceof Cause.ByItself;
        return isWanted(action) || (filter.isEmpty() ? !isQuiet : filter.matches(action));
    }

    private boolean isWanted(Action action) {
        return wanted.filter(action.id()::equals).isPresent();
    }

    private boolean isInSpan(Action action) {
        return action.asked().isAfter(now().minus(span.get().length()));
    }

    private ActionRow row(ActionLine line) {
        ActionRow row = known.computeIfAbsent(line.action().id(), _ -> new ActionRow(line));
        row.show(line);
        return row;
    }

    /** What a person chose, else what is chosen, else the first. */
    private void choose(List<ActionRow> fresh) {
        Optional<ActionRow> before = Optional.ofNullable(chosen.get());
        Optional<ActionRow> next = wanted.map(known::get)
                .or(() -> before.filter(row -> known.get(row.id()) == row))
                .or(() -> fresh.stream().findFirst());
        chosen.set(next.orElse(null));
        detail.choose(next.map(ActionRow::line));
    }

    private void tell(int hidden) {
        long past = rows.stream().filter(row -> !row.line().isRunning()).count();
        summary.set((running.isEmpty() ? "nothing runs" : Counted.of(running.size(), "action") + " running") + " · "
                + (waiting == 0 ? "" : Counted.of(waiting, "failure") + " waiting for a turn · ")
                + past + " listed of the last " + span.get().text());
        rest.set(
                hidden == 0
                        ? ""
                        : "and " + hidden
                                + " that nobody asked for and a guard held back; status:refused in the filter lists them");
    }

    ActionDetailModel detail() {
        return detail;
    }

    /** Running ones first, then the newest; unmodifiable. */
    ObservableList<ActionRow> rows() {
        return shownRows;
    }

    /** Null only while nothing is listed. */
    ReadOnlyObjectProperty<@Nullable ActionRow> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** In whole seconds. */
    ReadOnlyObjectProperty<Instant> nowProperty() {
        return now.getReadOnlyProperty();
    }

    Instant now() {
        return Objects.requireNonNull(now.get());
    }

    ReadOnlyObjectProperty<Span> spanProperty() {
        return span.getReadOnlyProperty();
    }

    ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** How many are not listed; empty if all are. */
    ReadOnlyStringProperty restProperty() {
        return rest.getReadOnlyProperty();
    }

    /** Why the filter is not understood; empty if it is. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Why the past is missing; empty if it is not. */
    ReadOnlyStringProperty troubleProperty() {
        return book.troubleProperty();
    }
}
