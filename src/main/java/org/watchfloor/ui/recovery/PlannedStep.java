package org.watchfloor.ui.recovery;

import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.watchfloor.engine.DryRun;
import org.watchfloor.ui.detail.SafeText;

/** A step as it would be carried out: its title, and each line of what it does to be read and copied. FX thread only. */
final class PlannedStep extends VBox {
    private static final int LONGEST = 4_000;

    PlannedStep(int number, DryRun.Shown step) {
        getStyleClass().add("step-box");
        Label title = new Label(number + ". " + SafeText.line(step.title(), LONGEST));
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        title.getStyleClass().add("strong");
        getChildren().addAll(title, lines(step));
    }

    private static GridPane lines(DryRun.Shown step) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("planned-lines");
        ColumnConstraints texts = new ColumnConstraints();
        texts.setHgrow(Priority.ALWAYS);
        texts.setMinWidth(0);
        grid.getColumnConstraints().addAll(new ColumnConstraints(), texts);
        for (int row = 0; row < step.lines().size(); row++) {
            DryRun.Text line = step.lines().get(row);
            Label what = new Label(line.what());
            what.setMinWidth(USE_PREF_SIZE);
            what.getStyleClass().addAll("muted", "small");
            TextField text = new TextField(SafeText.line(line.text(), LONGEST));
            text.setEditable(false);
            text.setFocusTraversable(false);
            text.setAccessibleText(line.what());
            text.getStyleClass().add("readable");
            grid.addRow(row, what, text);
        }
        return grid;
    }
}
