package org.watchfloor.ui.hosts;

import java.time.Instant;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.MarkIcons;
import org.watchfloor.ui.fx.MarkLook;
import org.watchfloor.ui.fx.MarkWords;
import org.watchfloor.ui.fx.StateLook;

/** The state as a word, and what is true besides it as marks; hovering tells them with who and until when. */
final class StateCell extends TableCell<HostsRow, Line> {
    private final Formats formats;
    private final ObservableValue<Instant> now;
    private final Label word = new Label();
    private final MarkIcons marks = new MarkIcons();
    private final HBox box = new HBox(word, marks);
    private final Tooltip tooltip = new Tooltip();

    StateCell(Formats formats, ObservableValue<Instant> now) {
        this.formats = formats;
        this.now = now;
        box.getStyleClass().add("state-box");
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(420);
    }

    @Override
    protected void updateItem(@Nullable Line line, boolean empty) {
        super.updateItem(line, empty);
        if (empty || line == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            return;
        }
        word.setText(StateLook.of(line.state()).word());
        word.getStyleClass().setAll("label", "state-word", StateLook.styleClass(line.state()));
        marks.show(MarkLook.of(line.marks()));
        setGraphic(box);
        tell(line);
    }

    private void tell(Line line) {
        MarkWords words = new MarkWords(formats, now.getValue());
        tooltip.setText(line.marks().stream().map(words::text).collect(Collectors.joining("\n")));
        setTooltip(line.marks().isEmpty() ? null : tooltip);
        setAccessibleText(word.getText() + (line.marks().isEmpty() ? "" : ", " + words.text(line.marks())));
    }
}
