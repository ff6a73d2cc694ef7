package org.watchfloor.ui.rules;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** One problem: where, the line with a mark under the character, what, and how to mend it. A button goes there. */
final class ProblemBox extends VBox {
    ProblemBox(ProblemLine problem, Runnable goThere) {
        getStyleClass().add("rule-problem");
        Label what = new Label(problem.where() + ": " + problem.what());
        what.getStyleClass().add("problem");
        Label mend = new Label(problem.mend());
        mend.getStyleClass().addAll("small", "muted");
        for (Label label : new Label[] {what, mend}) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        getChildren().add(what);
        if (!problem.excerpt().isEmpty()) {
            Button spot = new Button(problem.excerpt());
            spot.getStyleClass().add("excerpt");
            spot.setAccessibleRole(AccessibleRole.BUTTON);
            spot.setAccessibleText("go to " + problem.where());
            spot.setOnAction(_ -> goThere.run());
            getChildren().add(spot);
        }
        getChildren().add(mend);
    }
}
