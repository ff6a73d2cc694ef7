package org.watchfloor.ui.alerts;

import java.time.Duration;
import java.time.Instant;
import javafx.beans.value.ObservableValue;
import javafx.scene.text.Text;
import org.watchfloor.alert.Alert;
import org.watchfloor.ui.fx.Formats;

/** For how long the condition has held, and since when. */
final class AgeCell extends RowCell {
    private final Formats formats;
    private final ObservableValue<Instant> now;
    private final Text age;
    private final Text since;

    private AgeCell(Formats formats, ObservableValue<Instant> now, Text age, Text since) {
        super(lines(age, since));
        this.formats = formats;
        this.now = now;
        this.age = age;
        this.since = since;
        now.addListener(_ -> showAgain());
    }

    AgeCell(Formats formats, ObservableValue<Instant> now) {
        this(formats, now, text("figure"), text("figure", "small", "muted"));
    }

    @Override
    void show(Alert alert) {
        Instant time = now.getValue();
        age.setText(
                Formats.duration(Duration.between(alert.since(), alert.endedAt().orElse(time))));
        since.setText(formats.moment(alert.since(), time).replaceFirst("^(\\d{4}-\\d\\d-\\d\\d) ", "$1\n"));
    }
}
