package org.watchfloor.ui.hosts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
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
import org.watchfloor.model.CheckId;
import org.watchfloor.model.HostId;
import org.watchfloor.ui.filter.Filter;
import org.watchfloor.ui.filter.FilterProblem;
import org.watchfloor.ui.fx.WorstCheck;
import org.watchfloor.ui.hosts.Line.Care;

/**
 * The rows of the hosts screen: which of them show, in which order, and what can be done with them. Rows keep their
 * identity; the list changes at most twice a second by itself. FX thread only; knows no control.
 */
public final class HostsViewModel {
    static final Duration REST = Duration.ofMillis(500);

    private final Operations operations;
    private final Actor operator;
    private final UptimeBook uptimes;
    private final HostsTree tree = new HostsTree();
    private final ObservableList<HostsRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<HostsOrder> order =
            new ReadOnlyObjectWrapper<>(this, "order", HostsOrder.WORST_FIRST);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper(this, "summary", "");
    private final ReadOnlyObjectWrapper<Instant> now = new ReadOnlyObjectWrapper<>(this, "now", Instant.EPOCH);
    private Consumer<Runnable> aroundChange = Runnable::run;
    private Filter filter = Filter.ALL;
    private @Nullable Snapshot newest;
    private Instant arrangedAt = Instant.MIN;
    private boolean outOfOrder;

    public HostsViewModel(Operations operations, History history, Actor operator, Executor fx) {
        this.operations = operations;
        this.operator = operator;
        uptimes = new UptimeBook(history, fx);
    }

    /** Brings every row up to date. */
    public void show(Snapshot snapshot) {
        newest = snapshot;
        now.set(snapshot.at());
        outOfOrder |= tree.show(snapshot) || !filter.isEmpty();
        if (outOfOrder && !snapshot.at().isBefore(arrangedAt.plus(REST))) {
            arrange();
        }
    }

    /** What shows, groups, hosts and checks in one list; unmodifiable. */
    public ObservableList<HostsRow> rows() {
        return FXCollections.unmodifiableObservableList(rows);
    }

    /** @param around runs each change of the list, so that a selection can be kept over it */
    public void aroundChange(Consumer<Runnable> around) {
        aroundChange = around;
    }

    /** A text that is not understood changes nothing but {@link #problemProperty()}. */
    public void filter(String text) {
        switch (Filter.parse(text)) {
            case Filter understood -> {
                filter = understood;
                problem.set("");
                arrange();
            }
            case FilterProblem misread -> problem.set(misread.text());
        }
    }

    /** Why the filter is not understood; empty if it is. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** {@code 60 hosts, 3 down}, and how many of them the filter shows. */
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** The time of the newest snapshot. */
    public ReadOnlyObjectProperty<Instant> nowProperty() {
        return now.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<HostsOrder> orderProperty() {
        return order.getReadOnlyProperty();
    }

    public void orderBy(HostsOrder next) {
        order.set(next);
        arrange();
    }

    public void expand(HostsRow row) {
        if (!row.children().isEmpty() && !row.isExpanded()) {
            row.expand();
            arrange();
        }
    }

    public void collapse(HostsRow row) {
        if (row.isExpanded()) {
            row.collapse();
            arrange();
        }
    }

    /** The row that holds this one. */
    public Optional<HostsRow> parentOf(HostsRow row) {
        int at = rows.indexOf(row);
        while (--at >= 0) {
            if (rows.get(at).depth() < row.depth()) {
                return Optional.of(rows.get(at));
            }
        }
        return Optional.empty();
    }

    public void checkNow(Collection<HostsRow> chosen) {
        operations.checkNow(checksOf(chosen));
    }

    /**
     * Asks why the worst of the chosen checks fails.
     *
     * @return the check whose way is tried
     */
    public Optional<CheckId> diagnose(Collection<HostsRow> chosen) {
        Optional<CheckId> worst =
                Optional.ofNullable(newest).flatMap(snapshot -> WorstCheck.of(checksOf(chosen), snapshot));
        worst.ifPresent(check -> operations.diagnose(List.of(check)));
        return worst;
    }

    public void pause(Collection<HostsRow> chosen) {
        operations.pause(checksOf(chosen), operator);
    }

    public void resume(Collection<HostsRow> chosen) {
        operations.resume(checksOf(chosen), operator);
    }

    /** Takes on the open incidents of the hosts that nobody has taken on yet. */
    public void acknowledge(Collection<HostsRow> chosen) {
        unacknowledged(chosen).forEach(incident -> operations.acknowledge(incident.id(), operator, ""));
    }

    public boolean canAcknowledge(Collection<HostsRow> chosen) {
        return unacknowledged(chosen).findAny().isPresent();
    }

    /** The checks of all rows, without doubles; of a host or group, all of its checks that the filter lets pass. */
    public Set<CheckId> checksOf(Collection<HostsRow> chosen) {
        Set<CheckId> checks = new LinkedHashSet<>();
        passing()
                .ifPresent(pass ->
                        chosen.stream().flatMap(HostsRow::checks).filter(pass).forEach(checks::add));
        return checks;
    }

    /** The next host in trouble below, from the top again after the last. */
    public Optional<HostsRow> nextProblem(Optional<HostsRow> from) {
        return search(from, 1, row -> row.line().isProblem());
    }

    public Optional<HostsRow> previousProblem(Optional<HostsRow> from) {
        return search(from, -1, row -> row.line().isProblem());
    }

    public Optional<HostsRow> nextUnacknowledged(Optional<HostsRow> from) {
        return search(from, 1, row -> row.line().care() == Care.UNACKNOWLEDGED);
    }

    /** These rows are on screen: brings their uptime, also again when it has grown old. */
    public void lookAt(Collection<HostsRow> visible) {
        List<HostsRow> wanted = visible.stream().filter(row -> row.depth() > 0).toList();
        Set<CheckId> checks = new LinkedHashSet<>();
        wanted.stream().flatMap(HostsRow::checks).forEach(checks::add);
        uptimes.want(checks, now.get(), () -> wanted.forEach(this::showUptime));
        wanted.forEach(this::showUptime);
    }

    private void showUptime(HostsRow row) {
        row.checks()
                .flatMap(check -> uptimes.of(check).stream())
                .reduce(RowUptime::lowest)
                .ifPresent(row::show);
    }

    private Stream<Incident> unacknowledged(Collection<HostsRow> chosen) {
        if (newest == null) {
            return Stream.empty();
        }
        Set<HostId> hosts = new LinkedHashSet<>();
        chosen.stream().flatMap(HostsRow::checks).map(CheckId::host).forEach(hosts::add);
        return newest.openIncidents().stream()
                .filter(incident -> hosts.contains(incident.host()))
                .filter(incident -> incident.acknowledged().isEmpty());
    }

    private Optional<HostsRow> search(Optional<HostsRow> from, int step, Predicate<HostsRow> wanted) {
        int size = rows.size();
        int start = from.map(rows::indexOf).orElse(step > 0 ? -1 : size);
        for (int i = 1; i <= size; i++) {
            HostsRow row = rows.get(Math.floorMod(start + i * step, size));
            if (row.depth() == 1 && wanted.test(row)) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    private Optional<Predicate<CheckId>> passing() {
        return Optional.ofNullable(newest).map(snapshot -> new Sieve(filter, snapshot)::lets);
    }

    private void arrange() {
        passing().ifPresent(pass -> {
            List<HostsRow> next = new ArrayList<>();
            int hosts = new Arrangement(order.get(), filter.isEmpty(), pass, next).addAll(tree.groups());
            if (!next.equals(rows)) {
                aroundChange.accept(() -> rows.setAll(next));
            }
            summary.set(Summary.of(tree.groups(), hosts, filter));
            arrangedAt = now.get();
            outOfOrder = false;
        });
    }
}
