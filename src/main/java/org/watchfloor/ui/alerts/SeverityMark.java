package org.watchfloor.ui.alerts;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;
import org.watchfloor.model.Severity;

/** A severity as shape, letters and colour: the more corners, the worse. Nothing is shown until it is set. FX thread only. */
public final class SeverityMark extends HBox {
    private final SVGPath shape = new SVGPath();
    private final Label priority = new Label();

    public SeverityMark() {
        StackPane box = new StackPane(shape);
        box.getStyleClass().add("state-mark");
        priority.getStyleClass().addAll("figure", "strong");
        priority.setMinWidth(USE_PREF_SIZE);
        getStyleClass().add("severity-mark");
        getChildren().addAll(box, priority);
    }

    public void show(Severity severity) {
        shape.setContent(path(severity));
        shape.getStyleClass().setAll("shape", styleClass(severity));
        priority.setText(severity.priority());
        setAccessibleText(severity.priority() + ", " + word(severity));
    }

    /** {@code severity-high}: carries the colour in the style sheets. */
    public static String styleClass(Severity severity) {
        return "severity-" + word(severity);
    }

    static String word(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    private static String path(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "M 5 1 L 11 1 L 15 5 L 15 11 L 11 15 L 5 15 L 1 11 L 1 5 Z";
            case HIGH -> "M 2 2 L 14 2 L 14 14 L 2 14 Z";
            case MEDIUM -> "M 8 1.5 L 15 14 L 1 14 Z";
            case LOW -> "M 2 5 L 14 5 L 8 14 Z";
            case INFO -> "M 3 8 A 5 5 0 1 1 13 8 A 5 5 0 1 1 3 8 Z";
        };
    }
}
