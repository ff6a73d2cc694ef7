package org.watchfloor.ui.alerts;

import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.watchfloor.ui.chart.LifeStrip;
import org.watchfloor.ui.chart.StateBand;
import org.watchfloor.ui.chart.TimeChart;
import org.watchfloor.ui.fx.Formats;

/** Binds alert-life.fxml: the chart of what the rule looks at, or the states that the check was in. */
public final class LifeController {
    private final LifeModel model;
    private final Formats formats;

    @FXML
    private Region life;

    @FXML
    private Label caption;

    @FXML
    private StateBand band;

    @FXML
    private Region figure;

    @FXML
    private TimeChart chart;

    @FXML
    private LifeStrip strip;

    @FXML
    private Label note;

    LifeController(LifeModel model, Formats formats) {
        this.model = model;
        this.formats = formats;
    }

    @FXML
    private void initialize() {
        note.textProperty().bind(model.noteProperty());
        note.visibleProperty().bind(model.noteProperty().isNotEmpty());
        note.managedProperty().bind(note.visibleProperty());
        chart.setOnWindow(model::zoom);
        chart.setOnReset(model::reset);
        chart.widthProperty().subscribe(width -> model.pixels(width.doubleValue()));
        model.lifeProperty().subscribe(this::show);
    }

    private void show(Optional<Life> shown) {
        only(life, shown.isPresent());
        boolean isFigure = shown.flatMap(Life::figure).isPresent();
        boolean isOnRecord = shown.filter(Life::isOnRecord).isPresent();
        only(figure, isFigure && isOnRecord);
        only(band, isFigure && isOnRecord);
        only(strip, !isFigure && isOnRecord);
        shown.ifPresent(it -> {
            caption.setText(it.figure().map(Figure::caption).orElse("states").toUpperCase(java.util.Locale.ROOT));
            if (isFigure) {
                chart.show(it.chart(formats));
                band.show(it.states(formats));
            } else {
                strip.show(it.states(formats), it.story(formats));
            }
        });
    }

    private static void only(Region part, boolean isShown) {
        part.setVisible(isShown);
        part.setManaged(isShown);
    }
}
