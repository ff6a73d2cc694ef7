package org.watchfloor.ui.breakers;

import java.util.List;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a breaker stands before: icon, name, and in words what that is. FX thread only. */
final class GateNameCell extends GateCell {
    private static final double ICON = 24;

    private final FontIcon icon;
    private final Text name;
    private final Text kind;

    private GateNameCell(FontIcon icon, Text name, Text kind) {
        super(box(icon, name, kind), List.of());
        this.icon = icon;
        this.name = name;
        this.kind = kind;
        name.wrappingWidthProperty().bind(widthProperty().subtract(18 + ICON));
    }

    GateNameCell() {
        this(new FontIcon(), text("cell-head"), text("small", "muted"));
    }

    private static HBox box(FontIcon icon, Text name, Text kind) {
        HBox box = new HBox(icon, lines(name, kind));
        box.getStyleClass().add("gate-name");
        icon.getStyleClass().add("gate-kind");
        return box;
    }

    @Override
    void show(GateLine line) {
        icon.setIconLiteral(GateLook.icon(line.gate().kind()));
        name.setText(line.gate().name());
        kind.setText(GateLook.word(line.gate().kind()));
    }
}
