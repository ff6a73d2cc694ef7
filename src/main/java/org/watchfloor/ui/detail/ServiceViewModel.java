package org.watchfloor.ui.detail;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import org.watchfloor.config.Service;
import org.watchfloor.engine.Instances;
import org.watchfloor.engine.Operations;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.health.Rollup;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.ServiceId;
import org.watchfloor.model.State;
import org.watchfloor.ui.fx.Formats;

/** One service: how it is, what it needs, who needs it, its instances. Confined to the FX thread; knows no control. */
final class ServiceViewModel {
    private final ServiceId service;
    private final Operations operations;
    private final Formats formats;
    private final CheckRows rows = new CheckRows(CheckId::toString);
    private final ReadOnlyObjectWrapper<Head> head;

    ServiceViewModel(ServiceId service, Operations operations, Formats formats) {
        this.service = service;
        this.operations = operations;
        this.formats = formats;
        head = new ReadOnlyObjectWrapper<>(this, "head", gone());
    }

    /**
     * What stands above the instances.
     *
     * @param needs services that it depends on
     * @param neededBy services that depend on it
     * @param calls to which instance the console's own calls go, and since when
     */
    record Head(
            State state,
            String since,
            String type,
            String place,
            List<Related> needs,
            List<Related> neededBy,
            String calls) {
        Head {
            needs = List.copyOf(needs);
            neededBy = List.copyOf(neededBy);
        }
    }

    void show(Snapshot snapshot) {
        Optional<Service> configured = snapshot.site().services().stream()
                .filter(one -> one.id().equals(service))
                .findFirst();
        rows.show(configured.map(Service::instances).orElse(List.of()), snapshot);
        head.set(configured.map(found -> headOf(found, snapshot)).orElseGet(this::gone));
    }

    void checkNow() {
        operations.checkNow(rows.all().stream().map(CheckRow::check).toList());
    }

    boolean canCheck() {
        return !rows.all().isEmpty();
    }

    ObservableList<CheckRow> rows() {
        return rows.all();
    }

    ReadOnlyObjectProperty<Head> headProperty() {
        return head.getReadOnlyProperty();
    }

    private Head headOf(Service found, Snapshot snapshot) {
        Rollup rollup = Optional.ofNullable(snapshot.services().get(service))
                .orElseGet(() -> Rollup.of(List.of(), snapshot.at()));
        return new Head(
                rollup.state(),
                HostHead.since(rollup, formats, snapshot.at()),
                found.type().name().toLowerCase(Locale.ROOT),
                found.place().file() + ":" + found.place().line(),
                found.dependsOnIds().stream()
                        .map(id -> Related.service(id, snapshot))
                        .toList(),
                snapshot.site().services().stream()
                        .filter(other -> other.dependsOnIds().contains(service))
                        .map(other -> Related.service(other.id(), snapshot))
                        .toList(),
                calls(found, snapshot));
    }

    private String calls(Service found, Snapshot snapshot) {
        Instances instances = snapshot.state().actions().instances();
        return instances
                .move(found)
                .map(move -> move.to() + ", moved there by action " + move.action() + " at "
                        + formats.moment(move.at(), snapshot.at()))
                .or(() -> instances.of(found).map(first -> first + ", the first instance"))
                .orElse("–");
    }

    private Head gone() {
        return new Head(
                State.UNKNOWN,
                "The configuration in force does not know the service " + service + ".",
                "–",
                "–",
                List.of(),
                List.of(),
                "–");
    }
}
