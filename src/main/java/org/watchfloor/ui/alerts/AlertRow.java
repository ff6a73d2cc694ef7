package org.watchfloor.ui.alerts;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.watchfloor.alert.Alert;
import org.watchfloor.model.AlertId;

/** An alert in the table; keeps its identity while its content changes. FX thread only. */
public final class AlertRow {
    private final ReadOnlyObjectWrapper<Alert> alert;

    AlertRow(Alert alert) {
        this.alert = new ReadOnlyObjectWrapper<>(this, "alert", alert);
    }

    /** What needs somebody first, then by severity, then the oldest; of those that are over the latest first. */
    static Comparator<AlertRow> order(Instant now) {
        return Comparator.<AlertRow, Standing.Kind>comparing(row -> Standing.kind(row.alert(), now))
                .thenComparing(row -> row.alert().endedAt().orElse(Instant.EPOCH), Comparator.reverseOrder())
                .thenComparing(row -> row.alert().severity())
                .thenComparing(row -> row.alert().since())
                .thenComparing(AlertRow::id);
    }

    public AlertId id() {
        return alert().id();
    }

    public Alert alert() {
        return Objects.requireNonNull(alert.get());
    }

    public ReadOnlyObjectProperty<Alert> alertProperty() {
        return alert.getReadOnlyProperty();
    }

    void show(Alert next) {
        alert.set(next);
    }

    /** @param words in lower case */
    boolean hasAll(String... words) {
        Alert shown = alert();
        String text = (shown.rule() + " " + shown.subject() + " " + shown.said().summary() + " " + shown.matched() + " "
                        + shown.told().keySet())
                .toLowerCase(Locale.ROOT);
        for (String word : words) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
