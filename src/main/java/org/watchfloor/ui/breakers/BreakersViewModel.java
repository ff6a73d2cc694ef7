package org.watchfloor.ui.breakers;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
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
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.watchfloor.config.Features;
import org.watchfloor.engine.GateDesk;
import org.watchfloor.engine.Gates;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.gate.GateId;
import org.watchfloor.gate.GateMove;
import org.watchfloor.gate.GateState;
import org.watchfloor.model.Actor;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.LatestReply;

/**
 * The breakers that deserve a look: all that are not closed, of the closed ones those that failed within a day, or all that
 * match the filter; the chosen one in any case. FX thread only; knows no control.
 */
public final class BreakersViewModel {
    /** The history may learn of a move a moment after the snapshot that shows it. */
    private static final Duration SETTLING = Duration.ofSeconds(3);

    private final GateDesk desk;
    private final HandForm form;
    private final LatestReply<List<GateMove>> reply;
    private final Map<GateId, BreakerRow> known = new HashMap<>();
    private final ObservableList<BreakerRow> rows = FXCollections.observableArrayList();
    private final ObservableList<BreakerRow> shownRows = FXCollections.unmodifiableObservableList(rows);
    private final ReadOnlyObjectWrapper<@Nullable BreakerRow> chosen = new ReadOnlyObjectWrapper<>(this, "chosen");
    private final ReadOnlyObjectWrapper<Instant> now = new ReadOnlyObjectWrapper<>(this, "now", Instant.EPOCH);
    private final ReadOnlyObjectWrapper<GatePast> past = new ReadOnlyObjectWrapper<>(this, "past", GatePast.NONE);
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper(this, "summary", "");
    private final ReadOnlyStringWrapper rest = new ReadOnlyStringWrapper(this, "rest", "");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");
    private Gates gates = Gates.NONE;
    private boolean isOn = true;
    private GateFilter filter = GateFilter.ALL;
    private Optional<GateId> wanted = Optional.empty();
    private long askedMove = -1;
    private Instant askAgain = Instant.MIN;

    public BreakersViewModel(GateDesk desk, Actor operator, Executor fx) {
        this.desk = desk;
        form = new HandForm(desk.operations(), operator);
        reply = new LatestReply<>(fx);
    }

    public void show(Snapshot snapshot) {
        gates = snapshot.state().gates();
        isOn = Features.of(snapshot.site()).breakers();
        now.set(snapshot.at().truncatedTo(ChronoUnit.SECONDS));
        list();
        askIfMoved();
    }

    void filter(String text) {
        GateFilter next = GateFilter.parse(text);
        problem.set(next.problem());
        if (next.problem().isEmpty()) {
            filter = next;
            list();
        }
    }

    private void list() {
        Map<GateState, List<BreakerRow>> byState = new EnumMap<>(GateState.class);
        Map<GateState, Integer> counts = new EnumMap<>(GateState.class);
        Instant dayAgo = now.get().minus(GatePast.DAY);
        gates.forEach((gate, breaker) -> {
            GateLine line = GateLine.of(gate, breaker);
            counts.merge(line.state(), 1, Integer::sum);
            if (isShown(line, dayAgo)) {
                byState.computeIfAbsent(line.state(), _ -> new ArrayList<>()).add(row(line));
            }
        });
        List<BreakerRow> fresh = byState.values().stream().flatMap(List::stream).toList();
        if (!fresh.equals(rows)) {
            rows.setAll(fresh);
        }
        if (known.size() > fresh.size()) {
            known.values().retainAll(Set.copyOf(fresh));
        }
        choose(fresh);
        tell(counts, fresh.size());
    }

    private boolean isShown(GateLine line, Instant dayAgo) {
        boolean isWanted = wanted.isPresent() && wanted.get().equals(line.gate());
        return isWanted
                || (filter.isEmpty()
                        ? line.state() != GateState.CLOSED || line.hasFailedSince(dayAgo)
                        : filter.matches(line));
    }

    private BreakerRow row(GateLine line) {
        BreakerRow row = known.computeIfAbsent(line.gate(), _ -> new BreakerRow(line));
        row.show(line.breaker());
        return row;
    }

    /** What a person chose, else what is chosen, else the worst. */
    private void choose(List<BreakerRow> fresh) {
        Optional<BreakerRow> before = Optional.ofNullable(chosen.get());
        Optional<BreakerRow> next = wanted.map(known::get)
                .or(() -> before.filter(row -> known.get(row.gate()) == row))
                .or(() -> fresh.stream().findFirst());
        chosen.set(next.orElse(null));
        if (!next.equals(before)) {
            form.close();
        }
    }

    private void tell(Map<GateState, Integer> counts, int shown) {
        if (!isOn) {
            rest.set(
                    "Breakers are switched off by features: in the configuration. All calls go through, none is counted.");
            return;
        }
        int all = gates.size();
        summary.set(counts.entrySet().stream()
                .map(one -> Formats.number(one.getValue()) + " "
                        + GateLook.of(one.getKey()).word())
                .collect(Collectors.joining(" · ")));
        int hidden = all - shown;
        if (hidden == 0) {
            rest.set("");
        } else if (filter.isEmpty()) {
            rest.set("and " + Formats.number(hidden) + " closed, without a failure in the last 24 hours");
        } else {
            rest.set("and " + Formats.number(hidden) + " that the filter leaves out");
        }
    }

    private void askIfMoved() {
        boolean isNew = gates.lastMove() != askedMove;
        if (isNew || !now.get().isBefore(askAgain)) {
            askAgain = isNew ? now.get().plus(SETTLING) : Instant.MAX;
            askedMove = gates.lastMove();
            reply.ask(
                    desk.history()
                            .moves(now.get().minus(GatePast.DAY), now.get().plusSeconds(2)),
                    answer -> {
                        past.set(GatePast.of(answer));
                        trouble.set("");
                    },
                    failure -> trouble.set("Moves of the past cannot be read: " + failure.getMessage()));
        }
    }

    /** It is listed from now on, whatever its state. */
    void choose(GateId gate) {
        if (!wanted.equals(Optional.of(gate))) {
            wanted = Optional.of(gate);
            list();
        }
    }

    /** Asks for the reason of a hand on the chosen breaker. */
    void ask(HandAction action) {
        if (canDo(action)) {
            Optional.ofNullable(chosen.get()).map(BreakerRow::gate).ifPresent(gate -> {
                choose(gate);
                form.ask(gate, action);
            });
        }
    }

    boolean canDo(HandAction action) {
        return Optional.ofNullable(chosen.get())
                .filter(row -> action.isPossible(row.line().state()))
                .isPresent();
    }

    HandForm form() {
        return form;
    }

    /** Worst first, then by kind and name; unmodifiable. */
    ObservableList<BreakerRow> rows() {
        return shownRows;
    }

    /** Null only while nothing is listed. */
    ReadOnlyObjectProperty<@Nullable BreakerRow> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** In whole seconds. */
    ReadOnlyObjectProperty<Instant> nowProperty() {
        return now.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<GatePast> pastProperty() {
        return past.getReadOnlyProperty();
    }

    /** How many stand how. */
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

    /** Why moves are missing; empty if they are not. */
    ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }
}
