package org.watchfloor.ui.away;

import java.time.Instant;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.watchfloor.model.State;
import org.watchfloor.ui.alerts.SeverityMark;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.StateMark;

/** One thing that happened: what, from when to when, whether it goes on, and who was told. */
final class AwayCell extends ListCell<AwayRow> {
    private final Formats formats;
    private final ObservableValue<Instant> now;
    private final SeverityMark severity = new SeverityMark();
    private final StateMark state = new StateMark();
    private final Label title = wrapped("strong");
    private final Label times = wrapped("figure", "small");
    private final Label standing = new Label();
    private final Label told = wrapped("small", "muted");
    private final VBox box;
    private Subscription shown = Subscription.EMPTY;

    /** @param seen called for what somebody has seen */
    AwayCell(Formats formats, ObservableValue<Instant> now, Consumer<AwayRow> open, Consumer<AwayRow> seen) {
        this.formats = formats;
        this.now = now;
        standing.getStyleClass().addAll("away-standing", "small");
        HBox head = new HBox(new StackPane(severity, state), title, seenButton(seen));
        head.getStyleClass().add("alert-head");
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox line = new HBox(times, standing);
        line.getStyleClass().add("row");
        HBox.setHgrow(times, Priority.ALWAYS);
        standing.setMinWidth(Region.USE_PREF_SIZE);
        box = new VBox(head, line, told);
        box.getStyleClass().add("incident-box");
        box.setOnMouseClicked(_ -> open.accept(getItem()));
        getStyleClass().addAll("incident-cell", "away-cell");
        setPrefWidth(0);
        now.addListener(_ -> show(getItem()));
    }

    private Button seenButton(Consumer<AwayRow> seen) {
        Button button = new Button("", new FontIcon("mdi2c-check"));
        button.getStyleClass().addAll("icon-button", "away-seen");
        button.setAccessibleText("Seen");
        button.setTooltip(new Tooltip("Seen"));
        button.setFocusTraversable(false);
        button.setOnAction(_ -> seen.accept(getItem()));
        button.addEventHandler(MouseEvent.MOUSE_CLICKED, MouseEvent::consume);
        return button;
    }

    @Override
    protected void updateItem(@Nullable AwayRow row, boolean empty) {
        super.updateItem(row, empty);
        shown.unsubscribe();
        shown = Subscription.EMPTY;
        if (empty || row == null) {
            setGraphic(null);
            return;
        }
        shown = row.happeningProperty().subscribe(() -> show(row));
        show(row);
        setGraphic(box);
    }

    private void show(@Nullable AwayRow row) {
        if (row == null) {
            return;
        }
        Happening one = row.happening();
        Instant time = now.getValue();
        severity.setVisible(one.severity().isPresent());
        state.setVisible(one.severity().isEmpty());
        one.severity()
                .ifPresentOrElse(severity::show, () -> state.show(one.target().isPresent() ? State.DOWN : State.STALE));
        title.setText(one.title());
        times.setText(AwayWords.times(one, formats, time));
        standing.setText(AwayWords.standing(one, time));
        standing.getStyleClass().removeAll("goes-on");
        if (one.goesOn()) {
            standing.getStyleClass().add("goes-on");
        }
        String who = AwayWords.told(one, formats, time);
        told.setText(who);
        told.setManaged(!who.isEmpty());
        told.setVisible(!who.isEmpty());
    }

    private static Label wrapped(String... styles) {
        Label label = new Label();
        label.getStyleClass().addAll(styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }
}
