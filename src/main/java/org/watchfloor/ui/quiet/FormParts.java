package org.watchfloor.ui.quiet;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/** Binds what the forms have in common. FX thread only. */
final class FormParts {
    private FormParts() {}

    /** Takes no room while it is not shown. */
    static void only(Node node, ObservableValue<Boolean> when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
    }

    /** What kept the last change from being made, beside the button that asked for it. */
    static void trouble(QuietEdits edits, Label label) {
        label.textProperty().bind(edits.troubleProperty());
        only(label, edits.troubleProperty().isNotEmpty());
    }

    static void targets(TargetFields fields, ComboBox<String> kind, TextField names, Label besides) {
        kind.getItems().setAll(TargetFields.KINDS);
        kind.valueProperty().bindBidirectional(fields.kindProperty());
        names.textProperty().bindBidirectional(fields.namesProperty());
        besides.textProperty().bind(fields.besidesProperty().map(others -> "and for " + others));
        only(besides, fields.besidesProperty().isNotEmpty());
    }
}
