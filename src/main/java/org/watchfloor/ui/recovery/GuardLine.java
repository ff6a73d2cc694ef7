package org.watchfloor.ui.recovery;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.watchfloor.engine.Guarding.Guard;
import org.watchfloor.ui.detail.SafeText;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.LocalText;

/** One thing that must hold before a runbook begins, with what is the case now. FX thread only. */
final class GuardLine extends HBox {
    private static final int LONGEST = 200;

    GuardLine(Guard guard, Formats formats, java.time.Instant now) {
        FontIcon icon = new FontIcon(guard.holds() ? "mdi2c-check" : "mdi2c-close");
        Label text = wrapped(guard.text());
        Label live = wrapped(LocalText.of(SafeText.line(guard.live(), LONGEST), formats, now));
        live.getStyleClass().add("guard-live");
        VBox words = new VBox(text, live);
        HBox.setHgrow(words, Priority.ALWAYS);
        getStyleClass().addAll("guard", guard.holds() ? "guard-holds" : "guard-fails");
        setAccessibleText((guard.holds() ? "holds: " : "does not hold: ") + guard.text() + ", " + guard.live());
        getChildren().addAll(icon, words);
    }

    private static Label wrapped(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
