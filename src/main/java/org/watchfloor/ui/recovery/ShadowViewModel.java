package org.watchfloor.ui.recovery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.watchfloor.engine.FailureHistory;
import org.watchfloor.engine.Failures;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.recovery.action.Action;
import org.watchfloor.recovery.failure.Failure;
import org.watchfloor.ui.filter.KeyedFilter;
import org.watchfloor.ui.fx.LatestReply;

/** The shadow report, looked at anew when actions or failures are. FX thread only; knows no control. */
public final class ShadowViewModel {
    private static final int MOST = 10_000;
    /** A failure may have lasted for a while before something would have begun. */
    private static final Duration EARLIER = Duration.ofDays(7);

    private static final String NOT_KNOWN = "What would have begun by itself is not known";

    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final ActionBook book;
    private final FailureHistory history;
    private final LatestReply<List<Failure>> reply;
    private final ObservableList<ShadowCase> cases = FXCollections.observableArrayList();
    private final ObservableList<ShadowCase> shownCases = FXCollections.unmodifiableObservableList(cases);
    private final ReadOnlyObjectWrapper<Instant> now = new ReadOnlyObjectWrapper<>(this, "now", Instant.EPOCH);
    private final ReadOnlyStringWrapper totals = new ReadOnlyStringWrapper(this, "totals", "");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");
    private List<Failure> failures = List.of();
    private KeyedFilter<Action> filter = KeyedFilter.all();
    private Optional<Failures> seen = Optional.empty();
    private Instant askAt = Instant.MAX;

    ShadowViewModel(ActionBook book, FailureHistory history, Executor fx) {
        this.book = book;
        this.history = history;
        reply = new LatestReply<>(fx);
        book.pastProperty().subscribe(_ -> list());
        book.troubleProperty().subscribe(_ -> list());
    }

    /** Called only while the report is shown. */
    void show(Snapshot snapshot) {
        now.set(snapshot.at());
        Failures present = snapshot.state().failures();
        if (seen.filter(present::equals).isEmpty()) {
            askAt = seen.isEmpty() ? snapshot.at() : snapshot.at().plus(PAUSE);
            seen = Optional.of(present);
        }
        if (!snapshot.at().isBefore(askAt)) {
            askAt = Instant.MAX;
            ask();
        }
    }

    private void ask() {
        reply.ask(
                history.failures(now().minus(ShadowReport.LENGTH).minus(EARLIER), now().plusSeconds(2), MOST),
                answer -> {
                    failures = List.copyOf(answer);
                    trouble.set("");
                    list();
                },
                failure -> {
                    trouble.set("Failures of the past cannot be read: " + failure.getMessage());
                    list();
                });
    }

    void filter(String text) {
        KeyedFilter<Action> next = KeyedFilter.parse(text, new ActionGrammar());
        problem.set(next.problem());
        if (next.problem().isEmpty()) {
            filter = next;
            list();
        }
    }

    private void list() {
        ShadowReport all = ShadowReport.of(book.pastProperty().get(), failures, now());
        ShadowReport shown = new ShadowReport(
                all.cases().stream().filter(one -> filter.matches(one.held())).toList());
        totals.set(shown.cases().isEmpty() && !isRead() ? NOT_KNOWN : shown.totals());
        if (!shown.cases().equals(cases)) {
            cases.setAll(shown.cases());
        }
    }

    private boolean isRead() {
        return trouble.get().isEmpty() && book.troubleProperty().get().isEmpty();
    }

    private Instant now() {
        return Objects.requireNonNull(now.get());
    }

    /** Newest first; unmodifiable. */
    ObservableList<ShadowCase> cases() {
        return shownCases;
    }

    ReadOnlyObjectProperty<Instant> nowProperty() {
        return now.getReadOnlyProperty();
    }

    ReadOnlyStringProperty totalsProperty() {
        return totals.getReadOnlyProperty();
    }

    /** Why the filter is not understood; empty if it is. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Why failures are missing; empty if they are not. */
    ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }
}
