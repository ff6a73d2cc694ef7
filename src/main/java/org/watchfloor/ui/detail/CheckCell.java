package org.watchfloor.ui.detail;

import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.watchfloor.ui.chart.Sparkline;
import org.watchfloor.ui.fx.MarkIcons;
import org.watchfloor.ui.fx.StateLook;
import org.watchfloor.ui.fx.StateMark;

/** A check in a list: state, name, what it looks at, last message, latest latencies. FX thread only. */
final class CheckCell extends ListCell<CheckRow> {
    private final StateMark mark = new StateMark();
    private final Label name = styled("strong");
    private final MarkIcons marks = new MarkIcons();
    private final Label summary = styled("muted");
    private final Label message = styled("check-message");
    private final Label latency = styled("figure");
    private final Sparkline sparkline = new Sparkline();
    private final HBox row;
    private Subscription following = Subscription.EMPTY;

    CheckCell() {
        HBox first = new HBox(name, marks, summary);
        first.getStyleClass().add("row");
        name.setMinWidth(USE_PREF_SIZE);
        VBox words = new VBox(first, message);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        latency.setMinWidth(USE_PREF_SIZE);
        latency.getStyleClass().add("check-latency");
        sparkline.setMinWidth(USE_PREF_SIZE);
        sparkline.setMaxHeight(USE_PREF_SIZE);
        row = new HBox(mark, words, sparkline, latency);
        row.getStyleClass().add("check-row");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(CheckRow item, boolean empty) {
        super.updateItem(item, empty);
        following.unsubscribe();
        following = Subscription.EMPTY;
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText(null);
        } else {
            name.setText(item.title());
            following = item.lineProperty().subscribe(line -> show(item, line));
            setGraphic(row);
        }
    }

    private void show(CheckRow item, CheckRow.Line line) {
        mark.show(line.state());
        marks.show(line.marks());
        summary.setText(line.summary());
        message.setText(line.message());
        latency.setText(line.latency());
        sparkline.show(line.recent());
        String marked = line.marks().stream().map(look -> look.word() + ", ").collect(Collectors.joining());
        setAccessibleText(item.title() + ", " + StateLook.of(line.state()).word() + ", " + marked + line.message());
    }

    private static Label styled(String styleClass) {
        Label label = new Label();
        label.getStyleClass().add(styleClass);
        return label;
    }
}
