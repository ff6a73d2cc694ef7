package org.watchfloor.ui.rules;

import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;
import org.watchfloor.ui.alerts.SeverityMark;

/** How bad it is. */
final class RuleSeverityCell extends TableCell<RuleRow, RuleRow> {
    private final SeverityMark mark = new SeverityMark();

    @Override
    protected void updateItem(@Nullable RuleRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
        } else {
            mark.show(row.severity());
            setGraphic(mark);
        }
    }
}
