package org.watchfloor.ui.shell;

import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.control.Label;
import javafx.util.Duration;

/** A short word that passes by itself. FX thread only. */
final class Toast {
    private final Label label;
    private final PauseTransition stay = new PauseTransition(Duration.seconds(4));

    Toast(Label label) {
        this.label = label;
        stay.setOnFinished(event -> label.setVisible(false));
    }

    void bind(ObservableStringValue told) {
        told.addListener((at, before, text) -> {
            if (!text.isEmpty()) {
                label.setText(text);
                label.setVisible(true);
                stay.playFromStart();
            }
        });
    }
}
