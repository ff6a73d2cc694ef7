package org.watchfloor.ui.hosts;

import java.time.Duration;
import java.time.Instant;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.watchfloor.ui.fx.Formats;

/** When the state began, and how long ago that is now. */
final class SinceCell extends TableCell<HostsRow, Line> {
    private final Formats formats;
    private final ObservableValue<Instant> now;
    private final Label ago = new Label();
    private final Label at = new Label();
    private final HBox box = new HBox(ago, at);

    SinceCell(Formats formats, ObservableValue<Instant> now) {
        this.formats = formats;
        this.now = now;
        box.getStyleClass().add("since-box");
        ago.getStyleClass().addAll("figure", "since-ago");
        at.getStyleClass().addAll("figure", "muted");
        now.addListener(_ -> showAgo());
    }

    @Override
    protected void updateItem(@Nullable Line line, boolean empty) {
        super.updateItem(line, empty);
        if (empty || line == null) {
            setGraphic(null);
            return;
        }
        showAgo();
        setGraphic(box);
    }

    private void showAgo() {
        Line line = getItem();
        if (line != null && !isEmpty()) {
            Instant time = now.getValue();
            ago.setText(Formats.roughly(Duration.between(line.since(), time)));
            boolean today = formats.day(line.since()).equals(formats.day(time));
            at.setText(today ? formats.clock(line.since()) : formats.day(line.since()));
        }
    }
}
