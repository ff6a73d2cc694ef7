package org.watchfloor.ui.wall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.watchfloor.engine.Operations;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.incident.Incident;
import org.watchfloor.model.Actor;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.HostId;
import org.watchfloor.ui.filter.Filter;
import org.watchfloor.ui.filter.FilterProblem;
import org.watchfloor.ui.fx.WorstCheck;

/** What the wall shows and which of its cells are chosen. Confined to the FX thread; knows no control. */
public final class WallViewModel {
    private final Operations operations;
    private final Actor operator;
    private final WallContent content = new WallContent();
    private final ObjectProperty<Grouping> grouping = new SimpleObjectProperty<>(this, "grouping", Grouping.HOSTS);
    private final ObjectProperty<Optional<WallCell>> chosen =
            new SimpleObjectProperty<>(this, "chosen", Optional.empty());
    private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper(this, "version");
    private final ReadOnlyStringWrapper filterProblem = new ReadOnlyStringWrapper(this, "filterProblem", "");
    private final Set<WallCell> marked = new LinkedHashSet<>();
    private final List<WallCell> changed = new ArrayList<>();
    private List<WallGroup> groups = List.of();
    private Filter filter = Filter.ALL;
    private @Nullable Snapshot newest;

    public WallViewModel(Operations operations, Actor operator) {
        this.operations = operations;
        this.operator = operator;
        grouping.subscribe((before, after) -> {
            marked.clear();
            chosen.set(Optional.empty());
            refresh();
        });
    }

    /** Brings every cell up to date; cells keep their identity. */
    public void show(Snapshot snapshot) {
        newest = snapshot;
        refresh();
    }

    public void filter(String text) {
        switch (Filter.parse(text)) {
            case Filter read -> {
                filter = read;
                filterProblem.set("");
            }
            case FilterProblem problem -> filterProblem.set(problem.text());
        }
        refresh();
    }

    /** The check with what is marked, or else with what is chosen. */
    public void checkNow() {
        operations.checkNow(checksInHand());
    }

    /**
     * Asks why the worst of what is marked, or else chosen, fails.
     *
     * @return the check whose way is tried
     */
    Optional<CheckId> diagnose() {
        Optional<CheckId> worst =
                Optional.ofNullable(newest).flatMap(snapshot -> WorstCheck.of(checksInHand(), snapshot));
        worst.ifPresent(check -> operations.diagnose(List.of(check)));
        return worst;
    }

    public void pause() {
        operations.pause(checksInHand(), operator);
    }

    public void resume() {
        operations.resume(checksInHand(), operator);
    }

    public void acknowledge() {
        incidentsInHand().forEach(incident -> operations.acknowledge(incident.id(), operator, ""));
    }

    boolean canAcknowledge() {
        return !incidentsInHand().isEmpty();
    }

    boolean hasInHand() {
        return !inHand().isEmpty();
    }

    /** What commands act on, in words: {@code web-7}, {@code 3 cells}. */
    String inHandText() {
        List<WallCell> cells = inHand();
        return cells.size() == 1 ? cells.getFirst().title() : cells.size() + " cells";
    }

    void toggleMark() {
        chosen.get().ifPresent(cell -> {
            if (!marked.remove(cell)) {
                marked.add(cell);
            }
            touch();
        });
    }

    boolean isMarked(WallCell cell) {
        return marked.contains(cell);
    }

    void choose(WallCell cell) {
        chosen.set(Optional.of(cell));
    }

    void nextProblem() {
        chooseNext(cells(), WallCell::isProblem);
    }

    void previousProblem() {
        chooseNext(cells().reversed(), WallCell::isProblem);
    }

    void nextUnacknowledged() {
        chooseNext(cells(), cell -> !cell.isOwned() && unacknowledged(cell).isPresent());
    }

    /** Steps through the cells as they lie on the wall. */
    void step(int by) {
        List<WallCell> all = cells();
        if (!all.isEmpty()) {
            int at = chosen.get().map(all::indexOf).orElse(-1);
            choose(all.get(at < 0 ? 0 : Math.clamp(at + by, 0, all.size() - 1)));
        }
    }

    List<WallCell> cells() {
        return groups.stream().flatMap(group -> group.cells().stream()).toList();
    }

    /** True while the cell is on the wall. */
    boolean shows(WallCell cell) {
        return groups.stream().anyMatch(group -> group.cells().contains(cell));
    }

    List<WallGroup> groups() {
        return groups;
    }

    /** Cells whose state changed since the last call. */
    List<WallCell> takeChanged() {
        List<WallCell> taken = List.copyOf(changed);
        changed.clear();
        return taken;
    }

    boolean hasServices() {
        return newest != null && !newest.site().services().isEmpty();
    }

    boolean isEmptySite() {
        return newest == null || newest.site().hosts().isEmpty();
    }

    Instant now() {
        return newest == null ? Instant.EPOCH : newest.at();
    }

    ObjectProperty<Grouping> groupingProperty() {
        return grouping;
    }

    ObjectProperty<Optional<WallCell>> chosenProperty() {
        return chosen;
    }

    /** Grows whenever something on the wall is to be painted anew. */
    ReadOnlyIntegerProperty versionProperty() {
        return version.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty filterProblemProperty() {
        return filterProblem.getReadOnlyProperty();
    }

    private void refresh() {
        Snapshot snapshot = newest;
        if (snapshot != null) {
            changed.addAll(content.show(snapshot, grouping.get()));
            groups = content.groups(snapshot, filter);
            forgetWhatIsGone();
            touch();
        }
    }

    private void forgetWhatIsGone() {
        if (chosen.get().isPresent() || !marked.isEmpty()) {
            Set<WallCell> visible = Set.copyOf(cells());
            marked.retainAll(visible);
            if (!chosen.get().map(visible::contains).orElse(true)) {
                chosen.set(Optional.empty());
            }
        }
    }

    private void touch() {
        version.set(version.get() + 1);
    }

    private void chooseNext(List<WallCell> inOrder, Predicate<WallCell> wanted) {
        int at = chosen.get().map(inOrder::indexOf).orElse(-1);
        for (int i = 1; i <= inOrder.size(); i++) {
            WallCell cell = inOrder.get((at + i) % inOrder.size());
            if (wanted.test(cell)) {
                choose(cell);
                return;
            }
        }
    }

    private List<WallCell> inHand() {
        return marked.isEmpty() ? chosen.get().stream().toList() : List.copyOf(marked);
    }

    private Set<CheckId> checksInHand() {
        return inHand().stream()
                .flatMap(cell -> cell.checks().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private List<Incident> incidentsInHand() {
        return inHand().stream()
                .flatMap(cell -> unacknowledged(cell).stream())
                .distinct()
                .toList();
    }

    private Optional<Incident> unacknowledged(WallCell cell) {
        Snapshot snapshot = newest;
        return snapshot == null
                ? Optional.empty()
                : cell.checks().stream()
                        .map(CheckId::host)
                        .distinct()
                        .flatMap(host -> openOf(snapshot, host).stream())
                        .filter(incident -> incident.acknowledged().isEmpty())
                        .findFirst();
    }

    private static Optional<Incident> openOf(Snapshot snapshot, HostId host) {
        return Optional.ofNullable(snapshot.state().openIncidents().get(host));
    }
}
