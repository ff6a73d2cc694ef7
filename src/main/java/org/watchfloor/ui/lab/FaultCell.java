package org.watchfloor.ui.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableDoubleValue;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;

/** A button for each thing that can be wrong, the present one pressed; the first one is "works". */
final class FaultCell extends TableCell<LabBoard.Target, LabBoard.Target> {
    private static final PseudoClass FAULT = PseudoClass.getPseudoClass("fault");

    private final BiConsumer<LabBoard.Target, String> set;
    private final FlowPane buttons = new FlowPane();

    FaultCell(ObservableDoubleValue width, BiConsumer<LabBoard.Target, String> set) {
        this.set = set;
        buttons.getStyleClass().add("faults");
        buttons.prefWrapLengthProperty().bind(Bindings.subtract(width, 18));
    }

    /** As high as the buttons need in the width of the column. */
    @Override
    protected double computePrefHeight(double width) {
        return buttons.prefHeight(-1) + 12;
    }

    @Override
    protected void updateItem(LabBoard.@Nullable Target target, boolean empty) {
        super.updateItem(target, empty);
        if (empty || target == null) {
            setGraphic(null);
            return;
        }
        List<ToggleButton> all = new ArrayList<>();
        all.add(button(target, "", "works"));
        target.faults().forEach(fault -> all.add(button(target, fault, fault)));
        buttons.getChildren().setAll(all);
        setGraphic(buttons);
    }

    private ToggleButton button(LabBoard.Target target, String fault, String text) {
        ToggleButton button = new ToggleButton(text);
        button.getStyleClass().add("segment");
        button.setSelected(target.fault().equals(fault));
        button.pseudoClassStateChanged(FAULT, !fault.isEmpty());
        button.setOnAction(event -> {
            button.setSelected(true);
            set.accept(target, fault);
        });
        return button;
    }
}
