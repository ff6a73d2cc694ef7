package org.watchfloor.ui.rules;

import javafx.scene.control.Label;

/** Sentences on labels. FX thread only. */
final class Sayings {
    private Sayings() {}

    static void show(Label label, Said said) {
        label.setText(said.sentence());
        label.getStyleClass().removeAll("problem", "muted");
        label.getStyleClass().add(said.isTrouble() ? "problem" : "muted");
    }
}
