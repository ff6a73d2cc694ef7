package org.watchfloor.ui.hosts;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.watchfloor.health.Recent;
import org.watchfloor.ui.chart.Sparkline;

/** The latest latencies as a line, and the newest of them in milliseconds. */
final class LatencyCell extends TableCell<HostsRow, Line> {
    private final Sparkline line = new Sparkline();
    private final Label newest = new Label();
    private final HBox box = new HBox(line, newest);

    LatencyCell() {
        box.getStyleClass().add("latency-box");
        newest.getStyleClass().addAll("figure", "latency-figure");
        newest.setMinWidth(USE_PREF_SIZE);
        line.setMinWidth(0);
        HBox.setHgrow(line, Priority.ALWAYS);
    }

    @Override
    protected void updateItem(@Nullable Line item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null || item.recent().size() == 0) {
            setGraphic(null);
            return;
        }
        line.show(item.recent());
        newest.setText(text(item.recent()));
        setGraphic(box);
    }

    /** Always one decimal, so that figures stand below each other. */
    private static String text(Recent recent) {
        float millis = recent.millis(recent.size() - 1);
        return Float.isNaN(millis) ? "failed" : String.format(Locale.ROOT, "%,.1f ms", millis);
    }
}
