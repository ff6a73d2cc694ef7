package org.watchfloor.ui.fx;

import java.util.List;
import javafx.scene.layout.HBox;

/** Several marks in a row; takes no room without any. FX thread only. */
public final class MarkIcons extends HBox {
    private List<MarkLook> shown = List.of();

    public MarkIcons() {
        getStyleClass().add("mark-icons");
        setMinWidth(USE_PREF_SIZE);
        setVisible(false);
        setManaged(false);
    }

    public void show(List<MarkLook> next) {
        if (!next.equals(shown)) {
            shown = List.copyOf(next);
            getChildren().setAll(shown.stream().map(MarkIcon::new).toList());
            setVisible(!shown.isEmpty());
            setManaged(!shown.isEmpty());
        }
    }
}
