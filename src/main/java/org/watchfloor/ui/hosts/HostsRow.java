package org.watchfloor.ui.hosts;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.watchfloor.model.CheckId;

/** A group, host or check in the table; keeps its identity while it exists. FX thread only. */
public final class HostsRow {
    private final RowKey key;
    private final ReadOnlyObjectWrapper<Line> line = new ReadOnlyObjectWrapper<>(this, "line", Line.NOTHING);
    private final ReadOnlyObjectWrapper<RowUptime> uptime = new ReadOnlyObjectWrapper<>(this, "uptime", RowUptime.NONE);
    private final ReadOnlyBooleanWrapper expanded = new ReadOnlyBooleanWrapper(this, "expanded");
    private String title = "";
    private List<HostsRow> children = List.of();

    HostsRow(RowKey key) {
        this.key = key;
        expanded.set(key instanceof RowKey.OfGroup);
    }

    public RowKey key() {
        return key;
    }

    public String title() {
        return title;
    }

    public ReadOnlyObjectProperty<Line> lineProperty() {
        return line.getReadOnlyProperty();
    }

    public Line line() {
        return Objects.requireNonNull(line.get());
    }

    public ReadOnlyObjectProperty<RowUptime> uptimeProperty() {
        return uptime.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty expandedProperty() {
        return expanded.getReadOnlyProperty();
    }

    public boolean isExpanded() {
        return expanded.get();
    }

    /** 0 for a group, 1 for a host, 2 for a check. */
    public int depth() {
        return switch (key) {
            case RowKey.OfGroup _ -> 0;
            case RowKey.OfHost _ -> 1;
            case RowKey.OfCheck _ -> 2;
        };
    }

    /** All checks below it, itself included; whether the filter lets them pass or not. */
    Stream<CheckId> checks() {
        return key instanceof RowKey.OfCheck check
                ? Stream.of(check.check())
                : children.stream().flatMap(HostsRow::checks);
    }

    List<HostsRow> children() {
        return children;
    }

    void become(String newTitle, List<HostsRow> newChildren) {
        title = newTitle;
        children = List.copyOf(newChildren);
    }

    void show(Line next) {
        line.set(next);
    }

    void show(RowUptime next) {
        if (!next.equals(uptime.get())) {
            uptime.set(next);
        }
    }

    void expand() {
        expanded.set(true);
    }

    void collapse() {
        expanded.set(false);
    }
}
