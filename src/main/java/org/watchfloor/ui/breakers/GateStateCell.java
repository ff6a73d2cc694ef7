package org.watchfloor.ui.breakers;

import java.time.Instant;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.text.Text;

/** How a breaker stands, and what comes next. FX thread only. */
final class GateStateCell extends GateCell {
    private final ObservableValue<Instant> now;
    private final GateMark mark;
    private final Text next;

    private GateStateCell(ObservableValue<Instant> now, GateMark mark, Text next) {
        super(lines(mark, next), List.of(now));
        this.now = now;
        this.mark = mark;
        this.next = next;
        wrap(next);
    }

    GateStateCell(ObservableValue<Instant> now) {
        this(now, new GateMark(), text("small", "muted"));
    }

    @Override
    void show(GateLine line) {
        mark.show(line.state());
        fill(next, line.next(now.getValue()));
        setAccessibleText(GateLook.of(line.state()).word() + " " + next.getText());
    }
}
