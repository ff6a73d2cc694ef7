package org.watchfloor.ui.breakers;

import java.time.Instant;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import org.watchfloor.gate.CallCounts;
import org.watchfloor.ui.fx.Formats;

/** All that a breaker counts, with figures below each other, and the last of each. FX thread only. */
public final class CountsGrid extends GridPane {
    private int row;

    public CountsGrid() {
        getStyleClass().add("gate-counts");
        ColumnConstraints figures = new ColumnConstraints();
        figures.setHalignment(HPos.RIGHT);
        getColumnConstraints().addAll(new ColumnConstraints(), figures, new ColumnConstraints());
    }

    void show(GateLine line, Formats formats, Instant now) {
        getChildren().clear();
        row = 0;
        CallCounts counts = line.counts();
        add("total", Formats.number(counts.total()), "");
        add("successful", Formats.number(counts.successful()), last(counts.lastSuccess(), formats, now));
        add("failed", Formats.number(counts.failed()), "");
        add("timed out", Formats.number(counts.timedOut()), last(counts.lastFailure(), formats, now));
        add("rejected", Formats.number(counts.rejected()), last(counts.lastRejected(), formats, now));
        add("fallback", Formats.number(counts.fallback()), "");
        add("error share", line.errorShare().isEmpty() ? "–" : line.errorShare(), "");
    }

    private static String last(Optional<Instant> at, Formats formats, Instant now) {
        return at.map(when -> "last " + formats.moment(when, now)).orElse("");
    }

    private void add(String name, String figure, String last) {
        addRow(row++, label(name, "muted"), label(figure, "figure"), label(last, "muted"));
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
