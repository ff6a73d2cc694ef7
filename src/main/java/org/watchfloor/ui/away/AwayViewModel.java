package org.watchfloor.ui.away;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.watchfloor.engine.AlertHistory;
import org.watchfloor.engine.History;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.ui.fx.LatestReply;
import org.watchfloor.ui.fx.Preferences;

/**
 * What happened while nobody was at the console, until somebody has seen it. The history is asked when somebody is back
 * and, while there is something to catch up with, when a snapshot tells of something new. FX thread only; knows no
 * control.
 */
public final class AwayViewModel {
    /** The history may learn of a change a moment after the snapshot that shows it. */
    private static final Duration SETTLING = Duration.ofSeconds(2);

    private static final Duration ASKED_EVERY = Duration.ofSeconds(10);

    private final Archive archive;
    private final Attendance attendance;
    private final LatestReply<Archive.Found> reply;
    private final Map<String, AwayRow> known = new HashMap<>();
    private final ObservableList<AwayRow> rows = FXCollections.observableArrayList();
    private final ObservableList<AwayRow> readOnlyRows = FXCollections.unmodifiableObservableList(rows);
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper(this, "count");
    private final ReadOnlyObjectWrapper<@Nullable AwayRow> chosen = new ReadOnlyObjectWrapper<>(this, "chosen");
    private final ReadOnlyObjectWrapper<Instant> now;
    private final ReadOnlyObjectWrapper<Optional<Instant>> since =
            new ReadOnlyObjectWrapper<>(this, "since", Optional.empty());
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper(this, "undoable");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");
    private Optional<Unseen> before = Optional.empty();
    private Archive.Found found = Archive.Found.NOTHING;
    private List<Object> marks = List.of();
    private Optional<Instant> askAt;
    private Instant askedAt = Instant.EPOCH;
    private Instant changedAt = Instant.EPOCH;
    private boolean picked;
    private boolean arranging;

    /** @param start when the console is opened */
    public AwayViewModel(History history, AlertHistory alerts, Preferences preferences, Instant start, Executor fx) {
        archive = new Archive(history, alerts);
        attendance = new Attendance(new UnseenText(preferences), start);
        reply = new LatestReply<>(fx);
        now = new ReadOnlyObjectWrapper<>(this, "now", start);
        askAt = Optional.of(start);
    }

    /** A hand on keyboard or mouse. */
    public void touched(Instant at) {
        if (attendance.touched(at)) {
            askAt = Optional.of(at);
            tick(at);
        }
    }

    /** The window is hidden, behind others, or closed. */
    public void left(Instant at) {
        attendance.left(at);
    }

    public void show(Snapshot snapshot) {
        List<Object> next = List.of(
                snapshot.state().alerting().numbers(),
                snapshot.state().counters().timelineEntry(),
                snapshot.state().gaps());
        if (!next.equals(marks)) {
            marks = next;
            changedAt = snapshot.at();
            Instant settled = changedAt.plus(SETTLING);
            Instant soonest = askedAt.plus(ASKED_EVERY);
            askAt = askAt.or(() -> Optional.of(settled.isAfter(soonest) ? settled : soonest));
        }
    }

    /** Once a second. */
    public void tick(Instant at) {
        now.set(at);
        attendance.tick(at);
        if (askAt.filter(due -> !at.isBefore(due)).isPresent()) {
            boolean settled = !at.isBefore(changedAt.plus(SETTLING));
            askAt = settled ? Optional.empty() : Optional.of(at.plus(ASKED_EVERY));
            askedAt = at;
            ask(at);
        }
    }

    private void ask(Instant at) {
        Optional<Instant> from = attendance.unseen().from();
        if (from.isEmpty()) {
            reply.cancel();
            arrange();
            return;
        }
        reply.ask(
                archive.between(from.get(), at.plusSeconds(1)),
                answer -> {
                    found = answer;
                    trouble.set(answer.isCutOff() ? "There is more than can be listed; this is the newest of it." : "");
                    forgetWhatIsDone(at);
                    arrange();
                },
                problem -> trouble.set("What happened cannot be read: " + problem.getMessage()));
    }

    /** An absence with no news any more need not be remembered, once the history knows all of it. */
    private void forgetWhatIsDone(Instant at) {
        if (!found.isCutOff() && before.isEmpty()) {
            List<Moment> moments =
                    found.all().stream().flatMap(one -> one.moments().stream()).toList();
            attendance.change(unseen -> unseen.keeping(absence -> isKept(absence, moments, at), moments));
        }
    }

    private boolean isKept(Absence absence, List<Moment> moments, Instant at) {
        return absence.to().isAfter(at.minus(SETTLING))
                || moments.stream()
                        .anyMatch(one ->
                                absence.covers(one.at()) && attendance.unseen().isNews(one));
    }

    private void arrange() {
        Unseen unseen = attendance.unseen();
        since.set(unseen.from());
        List<Happening> news = found.all().stream()
                .filter(one -> one.moments().stream().anyMatch(unseen::isNews))
                .toList();
        List<AwayRow> next = new ArrayList<>();
        for (Happening one : news) {
            AwayRow row = known.computeIfAbsent(one.key(), _ -> new AwayRow(one));
            row.show(one);
            next.add(row);
        }
        known.values().retainAll(next);
        arranging = true;
        int place = rows.indexOf(chosen.get());
        if (!next.equals(rows)) {
            rows.setAll(next);
        }
        count.set(next.size());
        chooseAgain(next, place);
        arranging = false;
    }

    /** What a person has picked stays chosen, and what follows takes its place; until then it is the latest. */
    private void chooseAgain(List<AwayRow> next, int place) {
        picked = picked && !next.isEmpty();
        if (next.isEmpty()) {
            chosen.set(null);
        } else if (!picked) {
            chosen.set(next.getFirst());
        } else if (!next.contains(chosen.get())) {
            chosen.set(next.get(Math.clamp(place, 0, next.size() - 1)));
        }
    }

    /** A list that follows its content may ask for this too; that does not count. */
    void choose(AwayRow row) {
        if (!arranging && chosen.get() != row) {
            picked = true;
            chosen.set(row);
        }
    }

    /** The one below, or above; the present one at either end. */
    void step(int by) {
        if (!rows.isEmpty()) {
            choose(rows.get(Math.clamp(rows.indexOf(chosen.get()) + by, 0, rows.size() - 1)));
        }
    }

    /** Somebody has seen it. */
    void seen(AwayRow row) {
        picked = true;
        mark(unseen -> unseen.seen(row.happening().moments()));
    }

    /** Somebody has seen all of it. */
    public void allSeen() {
        mark(unseen -> unseen.allSeen(now.get()));
    }

    private void mark(UnaryOperator<Unseen> change) {
        before = Optional.of(attendance.unseen());
        undoable.set(true);
        attendance.change(change);
        arrange();
    }

    /** What was marked as seen last waits again; once. */
    public void undo() {
        before.ifPresent(known -> attendance.change(present -> present.restoring(known)));
        closed();
        ask(now.get());
        arrange();
    }

    /** What was marked as seen cannot be had back any more. */
    void closed() {
        before = Optional.empty();
        undoable.set(false);
    }

    /** The latest first; unmodifiable. */
    ObservableList<AwayRow> rows() {
        return readOnlyRows;
    }

    /** How many are listed. */
    public ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable AwayRow> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Instant> nowProperty() {
        return now.getReadOnlyProperty();
    }

    /** When the first of the times began that nobody has caught up with. */
    ReadOnlyObjectProperty<Optional<Instant>> sinceProperty() {
        return since.getReadOnlyProperty();
    }

    /** Whether something was marked as seen that can still be had back. */
    public ReadOnlyBooleanProperty undoableProperty() {
        return undoable.getReadOnlyProperty();
    }

    /** Why something is missing; empty if nothing is. */
    ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }
}
