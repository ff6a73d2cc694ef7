package org.watchfloor.ui.shell;

import java.time.Instant;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.model.State;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.StateLook;

/** What stands around every screen: its title, the filter, the clock, what nobody has acknowledged. FX thread only. */
public final class ShellViewModel {
    private final Formats formats;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(this, "title", "");
    private final ReadOnlyStringWrapper filterHint = new ReadOnlyStringWrapper(this, "filterHint", "");
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final ReadOnlyStringWrapper clock = new ReadOnlyStringWrapper(this, "clock", "");
    private final ReadOnlyStringWrapper zone = new ReadOnlyStringWrapper(this, "zone", "");
    private final ReadOnlyStringWrapper day = new ReadOnlyStringWrapper(this, "day", "");
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper(this, "summary", "");
    private final ReadOnlyIntegerWrapper unacknowledged = new ReadOnlyIntegerWrapper(this, "unacknowledged");
    private final BooleanProperty kiosk = new SimpleBooleanProperty(this, "kiosk");

    public ShellViewModel(Formats formats) {
        this.formats = formats;
    }

    public void show(Snapshot snapshot) {
        unacknowledged.set((int) snapshot.state().openIncidents().values().stream()
                .filter(incident -> incident.acknowledged().isEmpty())
                .count());
        summary.set(summary(snapshot));
    }

    /** Another screen is shown. */
    public void screen(String newTitle, String newFilterHint) {
        title.set(newTitle);
        filterHint.set(newFilterHint);
        filter.set("");
    }

    public void tick(Instant now) {
        clock.set(formats.clock(now));
        zone.set(formats.zoneAt(now));
        day.set(formats.day(now));
    }

    /** {@code 3 hosts down, 2 degraded, 1 unacknowledged}. */
    String standing() {
        return summary.get() + (unacknowledged.get() == 0 ? "" : ", " + unacknowledged.get() + " unacknowledged");
    }

    /** {@code 3 hosts down, 2 degraded}: what is broken, worst first. */
    private static String summary(Snapshot snapshot) {
        StringBuilder text = new StringBuilder();
        for (State state : List.of(State.DOWN, State.UNREACHABLE, State.DEGRADED)) {
            long count = snapshot.hosts().values().stream()
                    .filter(host -> host.state() == state)
                    .count();
            if (count > 0) {
                String what = text.isEmpty() ? hosts(count) : " ";
                text.append(text.isEmpty() ? "" : ", ")
                        .append(Formats.number(count))
                        .append(what)
                        .append(StateLook.of(state).word());
            }
        }
        return text.isEmpty() ? "nothing is down" : text.toString();
    }

    private static String hosts(long count) {
        return count == 1 ? " host " : " hosts ";
    }

    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty filterHintProperty() {
        return filterHint.getReadOnlyProperty();
    }

    public StringProperty filterProperty() {
        return filter;
    }

    public ReadOnlyStringProperty clockProperty() {
        return clock.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty zoneProperty() {
        return zone.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty dayProperty() {
        return day.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    public ReadOnlyIntegerProperty unacknowledgedProperty() {
        return unacknowledged.getReadOnlyProperty();
    }

    public BooleanProperty kioskProperty() {
        return kiosk;
    }
}
