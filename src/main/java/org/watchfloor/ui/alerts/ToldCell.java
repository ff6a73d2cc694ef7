package org.watchfloor.ui.alerts;

import java.util.stream.Collectors;
import javafx.scene.text.Text;
import org.watchfloor.alert.Alert;

/** Which channels know of it. */
final class ToldCell extends RowCell {
    private final Text channels;

    private ToldCell(Text channels) {
        super(channels);
        this.channels = channels;
        wrap(channels);
    }

    ToldCell() {
        this(text());
    }

    @Override
    void show(Alert alert) {
        boolean nobody = alert.told().isEmpty();
        channels.getStyleClass().setAll("wrapped", nobody ? "muted" : "known");
        channels.setText(
                nobody
                        ? "nobody"
                        : alert.told().keySet().stream().map(Object::toString).collect(Collectors.joining("\n")));
    }
}
