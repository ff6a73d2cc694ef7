package org.watchfloor.ui.incidents;

import java.time.Duration;
import java.time.Instant;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.watchfloor.incident.Incident;
import org.watchfloor.model.State;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.StateMark;

/** An incident in three lines: host and length, what is wrong, since when and whose it is. */
final class IncidentCell extends ListCell<IncidentRow> {
    private final Formats formats;
    private final ObservableValue<Instant> now;
    private final StateMark mark = new StateMark();
    private final Label host = new Label();
    private final Label length = new Label();
    private final Label summary = new Label();
    private final Label since = new Label();
    private final Label owner = new Label();
    private final VBox box;
    private Subscription shown = Subscription.EMPTY;

    IncidentCell(Formats formats, ObservableValue<Instant> now) {
        this.formats = formats;
        this.now = now;
        host.getStyleClass().add("strong");
        length.getStyleClass().addAll("figure", "strong");
        since.getStyleClass().addAll("figure", "muted", "small");
        owner.getStyleClass().add("small");
        box = new VBox(row(mark, host, space(), length), summary, row(since, space(), owner));
        box.getStyleClass().add("incident-box");
        getStyleClass().add("incident-cell");
        setPrefWidth(0);
        now.addListener(_ -> show(getItem()));
    }

    @Override
    protected void updateItem(@Nullable IncidentRow row, boolean empty) {
        super.updateItem(row, empty);
        shown.unsubscribe();
        shown = Subscription.EMPTY;
        if (empty || row == null) {
            setGraphic(null);
            mark.clear();
            return;
        }
        shown = row.incidentProperty().subscribe(() -> show(row));
        show(row);
        setGraphic(box);
    }

    private void show(@Nullable IncidentRow row) {
        if (row == null || isEmpty()) {
            return;
        }
        Incident incident = row.incident();
        mark.show(incident.isOpen() ? State.DOWN : State.UP);
        host.setText(incident.host().value());
        summary.setText(withoutHost(incident));
        since.setText(formats.moment(incident.startedAt(), now.getValue()));
        length.setText(Formats.duration(
                Duration.between(incident.startedAt(), incident.resolvedAt().orElse(now.getValue()))));
        boolean nobody = incident.isOpen() && incident.acknowledged().isEmpty();
        owner.setText(incident.acknowledged()
                .map(ack -> "✓ " + ack.by())
                .orElse(incident.isOpen() ? "unacknowledged" : "resolved"));
        owner.getStyleClass().setAll("label", "small", nobody ? "state-down" : "muted");
        setAccessibleText("incident " + incident.id() + ", " + incident.summary() + ", " + owner.getText());
    }

    /** The host stands above already. */
    private static String withoutHost(Incident incident) {
        String prefix = incident.host() + " is ";
        return incident.summary().startsWith(prefix)
                ? incident.summary().substring(prefix.length())
                : incident.summary();
    }

    private static HBox row(javafx.scene.Node... nodes) {
        HBox row = new HBox(nodes);
        row.getStyleClass().add("row");
        return row;
    }

    private static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }
}
