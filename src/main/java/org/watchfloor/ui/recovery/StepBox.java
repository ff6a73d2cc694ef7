package org.watchfloor.ui.recovery;

import java.time.Instant;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.watchfloor.recovery.action.Part;
import org.watchfloor.ui.detail.Shown;
import org.watchfloor.ui.fx.Formats;

/** One step of an action: how it stands, what it is, how it ended, and what it printed. FX thread only. */
final class StepBox extends VBox {
    private final Formats formats;
    private final FontIcon icon = new FontIcon("mdi2c-circle-outline");
    private final Label title = new Label();
    private final Label times = new Label();
    private final Label ending = new Label();
    private final OutputArea output = new OutputArea();

    StepBox(Formats formats) {
        this.formats = formats;
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        title.getStyleClass().add("strong");
        times.getStyleClass().addAll("figure", "small", "muted");
        ending.setWrapText(true);
        ending.setMinHeight(USE_PREF_SIZE);
        HBox head = new HBox(icon, title);
        head.getStyleClass().add("step-head");
        HBox.setHgrow(title, Priority.ALWAYS);
        getChildren().addAll(head, times, ending, output);
    }

    void show(StepLine line, Instant now) {
        getStyleClass().setAll("step-box", line.styleClass());
        icon.setIconLiteral(line.icon());
        String part = line.part() == Part.ROLLBACK ? "undo " : "";
        title.setText(part + line.number() + ". " + line.title());
        Shown.text(
                times,
                line.begun()
                        .map(at -> formats.moment(at, now)
                                + line.end()
                                        .map(end -> " to " + formats.clock(end.at()))
                                        .orElse(""))
                        .orElse(""));
        Shown.text(ending, line.end().isPresent() ? line.word() + ": " + line.ending() : line.word());
        output.setVisible(!line.output().isEmpty());
        output.setManaged(output.isVisible());
        output.show(line.output());
    }
}
