package org.watchfloor.ui.alerts;

import java.util.Locale;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.text.Text;
import org.watchfloor.alert.Alert;

/** Firing, acknowledged, held or over; and by whom, by what or until when. */
final class StandingCell extends RowCell {
    private final Function<Alert, Standing> standing;
    private final Text word;
    private final Text what;

    private StandingCell(Function<Alert, Standing> standing, ObservableValue<?> now, Text word, Text what) {
        super(lines(word, what));
        this.standing = standing;
        this.word = word;
        this.what = what;
        wrap(what);
        now.addListener(_ -> showAgain());
    }

    /** @param now when it changes, time has passed */
    StandingCell(Function<Alert, Standing> standing, ObservableValue<?> now) {
        this(standing, now, text(), text("small", "muted"));
    }

    @Override
    void show(Alert alert) {
        Standing shown = standing.apply(alert);
        word.setText(shown.word());
        word.getStyleClass().setAll("wrapped", styleClass(shown.kind()));
        what.setText(shown.what());
    }

    static String styleClass(Standing.Kind kind) {
        return "standing-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
