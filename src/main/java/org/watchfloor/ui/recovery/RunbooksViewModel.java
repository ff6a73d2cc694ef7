package org.watchfloor.ui.recovery;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.model.CheckId;
import org.watchfloor.recovery.Runbook;
import org.watchfloor.recovery.RunbookId;
import org.watchfloor.recovery.Runbooks;
import org.watchfloor.ui.filter.KeyedFilter;

/** All runbooks of the site, and the run of the chosen one before it begins. FX thread only; knows no control. */
public final class RunbooksViewModel {
    private final ActionBook book;
    private final RunViewModel run;
    private final ObservableList<RunbookLine> lines = FXCollections.observableArrayList();
    private final ObservableList<RunbookLine> shownLines = FXCollections.unmodifiableObservableList(lines);
    private final ReadOnlyObjectWrapper<Optional<RunbookId>> chosen =
            new ReadOnlyObjectWrapper<>(this, "chosen", Optional.empty());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper(this, "summary", "");
    private Runbooks all = Runbooks.NONE;
    private KeyedFilter<Runbook> filter = KeyedFilter.all();
    private boolean listing;

    RunbooksViewModel(ActionBook book, RunViewModel run) {
        this.book = book;
        this.run = run;
        book.pastProperty().subscribe(_ -> list());
    }

    void show(Snapshot snapshot) {
        Runbooks present = snapshot.site().section(Runbooks.class).orElse(Runbooks.NONE);
        if (!present.equals(all)) {
            all = present;
            list();
        }
        run.show(snapshot);
    }

    void filter(String text) {
        KeyedFilter<Runbook> next = KeyedFilter.parse(text, new RunbookGrammar());
        problem.set(next.problem());
        if (next.problem().isEmpty()) {
            filter = next;
            list();
        }
    }

    private void list() {
        List<RunbookLine> fresh = all.all().stream()
                .filter(runbook -> filter.matches(runbook) || isChosen(runbook))
                .map(runbook -> new RunbookLine(runbook, book.of(runbook.id())))
                .toList();
        if (!fresh.equals(lines)) {
            listing = true; // a table that loses its rows chooses others by itself
            lines.setAll(fresh);
            listing = false;
        }
        summary.set(
                fresh.size() == all.all().size()
                        ? ""
                        : fresh.size() + " of " + all.all().size() + " match");
        Optional<RunbookId> present = chosen.get();
        if (present.flatMap(all::find).isEmpty() && !fresh.isEmpty()) {
            choose(fresh.getFirst().runbook().id());
        }
    }

    private boolean isChosen(Runbook runbook) {
        return Objects.requireNonNull(chosen.get()).filter(runbook.id()::equals).isPresent();
    }

    /** A person chose it in the list. */
    void pick(RunbookId runbook) {
        if (!listing && !chosen.get().equals(Optional.of(runbook))) {
            choose(runbook);
        }
    }

    void choose(RunbookId runbook) {
        chosen.set(Optional.of(runbook));
        run.choose(runbook);
    }

    /** With the target chosen as well. */
    void choose(RunbookId runbook, CheckId check) {
        chosen.set(Optional.of(runbook));
        run.choose(runbook, check);
        list();
    }

    RunViewModel run() {
        return run;
    }

    /** In order of priority, then of ids; unmodifiable. */
    ObservableList<RunbookLine> lines() {
        return shownLines;
    }

    ReadOnlyObjectProperty<Optional<RunbookId>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** Why the filter is not understood; empty if it is. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** How many of how many are listed; empty if all are. */
    ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }
}
