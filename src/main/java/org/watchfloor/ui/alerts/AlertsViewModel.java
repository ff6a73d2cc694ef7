package org.watchfloor.ui.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
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
import org.watchfloor.alert.Alert;
import org.watchfloor.alert.AlertPolicy;
import org.watchfloor.alert.AlertRule;
import org.watchfloor.engine.AlertHistory;
import org.watchfloor.engine.History;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.model.AlertId;
import org.watchfloor.ui.alerts.Standing.Kind;
import org.watchfloor.ui.fx.LatestReply;

/**
 * Which alerts there are, and why the chosen one is where it is. Present alerts come with snapshots; those that are over
 * and all verdicts from the history, which is asked again when a snapshot tells of something new. FX thread only; knows
 * no control.
 */
public final class AlertsViewModel {
    private static final int MOST = 2_000;
    private static final Duration DAY = Duration.ofHours(24);
    /** The history may learn of a change a moment after the snapshot that shows it. */
    private static final Duration SETTLING = Duration.ofSeconds(3);

    private final AlertHistory history;
    private final LatestReply<List<Alert>> pastReply;
    private final LatestReply<Optional<Alert>> fetchedReply;
    private final WhyModel why;
    private final LifeModel life;
    private final Map<AlertId, AlertRow> known = new HashMap<>();
    private final ObservableList<AlertRow> rows = FXCollections.observableArrayList();
    private final ObservableList<AlertRow> shownRows = FXCollections.unmodifiableObservableList(rows);
    private final ReadOnlyObjectWrapper<@Nullable AlertRow> chosen = new ReadOnlyObjectWrapper<>(this, "chosen");
    private final ReadOnlyObjectWrapper<AlertsView> view =
            new ReadOnlyObjectWrapper<>(this, "view", AlertsView.NEEDS_ME);
    private final ReadOnlyObjectWrapper<Instant> now = new ReadOnlyObjectWrapper<>(this, "now", Instant.EPOCH);
    private final ReadOnlyIntegerWrapper needsMe = new ReadOnlyIntegerWrapper(this, "needsMe");
    private final ReadOnlyIntegerWrapper presentCount = new ReadOnlyIntegerWrapper(this, "present");
    private final ReadOnlyBooleanWrapper unconfigured = new ReadOnlyBooleanWrapper(this, "unconfigured");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");
    private Consumer<Runnable> around = Runnable::run;
    private @Nullable Snapshot newest;
    private AlertPolicy policy = AlertPolicy.NONE;
    private Map<AlertId, Alert> present = Map.of();
    private List<Alert> past = List.of();
    private Optional<AlertId> wanted = Optional.empty();
    private Optional<Alert> fetched = Optional.empty();
    private String[] words = new String[0];
    private long verdicts = -1;
    private Instant settledAt = Instant.MAX;

    /** @param checks the past of what alerts are about */
    public AlertsViewModel(AlertHistory history, History checks, Executor fx) {
        this.history = history;
        pastReply = new LatestReply<>(fx);
        fetchedReply = new LatestReply<>(fx);
        why = new WhyModel(history, fx);
        life = new LifeModel(checks, fx);
    }

    /** How many alerts fire that nobody has taken and nothing holds. */
    static int needingSomebody(Snapshot snapshot) {
        return (int) snapshot.state()
                .alerting()
                .book()
                .all()
                .filter(alert -> Standing.kind(alert, snapshot.at()) == Kind.NEEDS_SOMEBODY)
                .count();
    }

    /** @param wrapper runs each change of the list; a table keeps its selection around it */
    void aroundChange(Consumer<Runnable> wrapper) {
        around = wrapper;
    }

    public void show(Snapshot snapshot) {
        newest = snapshot;
        now.set(snapshot.at());
        policy = snapshot.site().section(AlertPolicy.class).orElse(AlertPolicy.NONE);
        unconfigured.set(policy.receivers().isEmpty());
        Map<AlertId, Alert> next = new HashMap<>();
        snapshot.state()
                .alerting()
                .book()
                .all()
                .filter(alert -> alert.status() != Alert.Status.RESOLVED)
                .forEach(alert -> next.put(alert.id(), alert));
        long told = snapshot.state().alerting().numbers().verdict();
        if (told != verdicts || !next.equals(present)) {
            verdicts = told;
            settledAt = snapshot.at().plus(SETTLING);
            present = next;
            ask();
        } else if (!snapshot.at().isBefore(settledAt)) {
            settledAt = Instant.MAX;
            ask();
        }
        arrange();
        showLife();
    }

    private void showLife() {
        Snapshot snapshot = newest;
        if (snapshot != null) {
            life.show(snapshot, Optional.ofNullable(chosen.get()).map(AlertRow::alert));
        }
    }

    public void look(AlertsView next) {
        view.set(next);
        arrange();
    }

    /** @param text words that must all be found in an alert */
    public void filter(String text) {
        String bare = text.strip().toLowerCase(Locale.ROOT);
        words = bare.isEmpty() ? new String[0] : bare.split("\\s+");
        arrange();
    }

    public void choose(@Nullable AlertRow row) {
        if (chosen.get() != row) {
            chosen.set(row);
            why.show(Optional.ofNullable(row).map(AlertRow::id));
            showLife();
        }
    }

    /** Chooses the alert as soon as it is known, whatever is looked at. */
    public void choose(AlertId alert) {
        wanted = Optional.of(alert);
        view.set(AlertsView.DAY);
        arrange();
        ask();
        if (wanted.isPresent()) {
            fetch(alert);
        }
    }

    /** It may have ended before the time that is listed. */
    private void fetch(AlertId alert) {
        fetchedReply.ask(
                history.alert(alert),
                answer -> {
                    fetched = answer;
                    arrange();
                },
                problem -> trouble.set("The alert cannot be read: " + problem.getMessage()));
    }

    /** The next alert after the chosen one that fires and that nobody has taken. */
    public Optional<AlertRow> nextUnacknowledged() {
        int from = rows.indexOf(chosen.get());
        for (int i = 1; i <= rows.size(); i++) {
            AlertRow row = rows.get(Math.floorMod(from + i, rows.size()));
            if (Standing.kind(row.alert(), now.get()) == Kind.NEEDS_SOMEBODY) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    /** The rule of an alert, if it has one that is still configured. */
    public Optional<AlertRule> rule(Alert alert) {
        return alert.isOfRule() ? policy.rule(alert.rule()) : Optional.empty();
    }

    /** How long its rule waits before it fires. */
    Duration hold(Alert alert) {
        return rule(alert).map(AlertRule::hold).orElse(Duration.ZERO);
    }

    private void ask() {
        if (now.get().equals(Instant.EPOCH)) {
            return;
        }
        why.refresh();
        pastReply.ask(
                history.alerts(now.get().minus(DAY), now.get().plusSeconds(1), MOST),
                answer -> {
                    past = List.copyOf(answer);
                    trouble.set("");
                    arrange();
                },
                problem -> trouble.set("Alerts that are over cannot be read: " + problem.getMessage()));
    }

    private void arrange() {
        Map<AlertId, Alert> all = new HashMap<>();
        Stream.concat(fetched.stream(), past.stream())
                .filter(alert -> alert.status() == Alert.Status.RESOLVED)
                .forEach(alert -> all.put(alert.id(), alert));
        all.putAll(present);
        AlertRow lead = chosen.get();
        known.entrySet().removeIf(entry -> !all.containsKey(entry.getKey()) && entry.getValue() != lead);
        all.values()
                .forEach(alert -> known.computeIfAbsent(alert.id(), _ -> new AlertRow(alert))
                        .show(alert));
        List<AlertRow> next = new ArrayList<>(
                known.values().stream().filter(row -> isShown(row, all)).toList());
        next.sort(AlertRow.order(now.get()));
        if (!next.equals(rows)) {
            around.accept(() -> rows.setAll(next));
        }
        needsMe.set((int) present.values().stream()
                .filter(alert -> Standing.kind(alert, now.get()) == Kind.NEEDS_SOMEBODY)
                .count());
        presentCount.set(present.size());
        chooseSomething();
    }

    private boolean isShown(AlertRow row, Map<AlertId, Alert> all) {
        boolean inView = switch (view.get()) {
            case NEEDS_ME -> Standing.kind(row.alert(), now.get()) == Kind.NEEDS_SOMEBODY;
            case PRESENT -> present.containsKey(row.id());
            case DAY -> all.containsKey(row.id());
        };
        return inView && row.hasAll(words);
    }

    /** What was chosen stays chosen though the table shows it no more, so that a second key hits nothing else. */
    private void chooseSomething() {
        Optional<AlertRow> asked = wanted.map(known::get).filter(rows::contains);
        if (asked.isPresent()) {
            wanted = Optional.empty();
            choose(asked.get());
        } else if (chosen.get() == null && !rows.isEmpty()) {
            choose(rows.getFirst());
        }
    }

    /** Worst first; unmodifiable. */
    public ObservableList<AlertRow> rows() {
        return shownRows;
    }

    /** The one whose detail is shown. */
    public ReadOnlyObjectProperty<@Nullable AlertRow> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    public WhyModel why() {
        return why;
    }

    /** What the check of the chosen alert went through. */
    public LifeModel life() {
        return life;
    }

    public ReadOnlyObjectProperty<AlertsView> viewProperty() {
        return view.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Instant> nowProperty() {
        return now.getReadOnlyProperty();
    }

    public ReadOnlyIntegerProperty needsMeProperty() {
        return needsMe.getReadOnlyProperty();
    }

    public ReadOnlyIntegerProperty presentProperty() {
        return presentCount.getReadOnlyProperty();
    }

    /** Whether there is nobody yet who could be told. */
    public ReadOnlyBooleanProperty unconfiguredProperty() {
        return unconfigured.getReadOnlyProperty();
    }

    /** Why alerts that are over are missing; empty if they are not. */
    public ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }
}
