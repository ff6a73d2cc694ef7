package org.watchfloor.ui.recovery;

import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Asks for the value of a parameter. FX thread only. */
final class FieldBox extends VBox {
    FieldBox(ParameterField field) {
        getStyleClass().add("fact");
        Label title = new Label(field.parameter().title());
        title.getStyleClass().addAll("muted", "small");
        Control input = field.choices().isEmpty() ? typed(field) : chosen(field);
        input.setId("run-parameter-" + field.parameter().name());
        input.setAccessibleText(field.parameter().title());
        input.setMaxWidth(Double.MAX_VALUE);
        Label rule = new Label();
        rule.setWrapText(true);
        rule.setMinHeight(USE_PREF_SIZE);
        rule.getStyleClass().add("small");
        field.valueProperty().subscribe(_ -> {
            rule.setText(field.fault().map(fault -> "It " + fault + ". ").orElse("") + field.rule());
            rule.getStyleClass().removeAll("muted", "problem");
            rule.getStyleClass().add(field.fault().isPresent() ? "problem" : "muted");
        });
        getChildren().addAll(title, input, rule);
    }

    private static Control typed(ParameterField field) {
        TextField text = new TextField();
        text.textProperty().bindBidirectional(field.valueProperty());
        return text;
    }

    private static Control chosen(ParameterField field) {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(field.choices());
        box.valueProperty().bindBidirectional(field.valueProperty());
        return box;
    }
}
