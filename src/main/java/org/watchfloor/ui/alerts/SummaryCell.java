package org.watchfloor.ui.alerts;

import javafx.scene.text.Text;
import org.watchfloor.alert.Alert;

/** What is wrong; below it the rule that says so, and of what. */
final class SummaryCell extends RowCell {
    private final Text summary;
    private final Text origin;

    private SummaryCell(Text summary, Text origin) {
        super(lines(summary, origin));
        this.summary = summary;
        this.origin = origin;
        wrap(summary, origin);
    }

    SummaryCell() {
        this(text("row-summary"), text("small", "muted"));
    }

    @Override
    void show(Alert alert) {
        String said = alert.said().summary();
        summary.setText(said.isEmpty() ? alert.rule() + " of " + alert.subject() : said);
        origin.setText(alert.rule() + " · " + alert.subject());
    }
}
