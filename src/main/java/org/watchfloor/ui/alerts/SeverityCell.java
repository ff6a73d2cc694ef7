package org.watchfloor.ui.alerts;

import org.watchfloor.alert.Alert;

/** How bad it is. */
final class SeverityCell extends RowCell {
    private final SeverityMark mark;

    private SeverityCell(SeverityMark mark) {
        super(mark);
        this.mark = mark;
    }

    SeverityCell() {
        this(new SeverityMark());
    }

    @Override
    void show(Alert alert) {
        mark.show(alert.severity());
    }
}
