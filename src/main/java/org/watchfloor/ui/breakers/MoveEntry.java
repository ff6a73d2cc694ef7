package org.watchfloor.ui.breakers;

import java.time.Instant;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.watchfloor.gate.GateMove;
import org.watchfloor.gate.GateState;
import org.watchfloor.ui.fx.Formats;

/** One move of a breaker: when, to what, by whom and why. FX thread only. */
final class MoveEntry extends VBox {
    MoveEntry(GateMove move, Formats formats, Instant now) {
        getStyleClass().add("gate-move");
        Label at = new Label(formats.moment(move.at(), now));
        at.getStyleClass().addAll("figure", "muted");
        at.setMinWidth(USE_PREF_SIZE);
        GateMark mark = new GateMark();
        mark.show(GateState.of(move));
        HBox head = new HBox(at, mark);
        head.getStyleClass().add("row");
        Label why = new Label(move.by().map(by -> by.name() + ": ").orElse("") + move.why());
        why.setWrapText(true);
        why.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(head, why);
    }
}
