package org.watchfloor.ui.wall;

import java.time.Instant;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.watchfloor.engine.Mark;
import org.watchfloor.health.CheckHealth;
import org.watchfloor.ui.chart.Sparkline;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.MarkIcon;
import org.watchfloor.ui.fx.MarkLook;
import org.watchfloor.ui.fx.MarkWords;
import org.watchfloor.ui.fx.StateLook;
import org.watchfloor.ui.fx.StateMark;

/** The card beside a cell: what it stands for, since when, its last result and latest latencies. FX thread only. */
public final class HoverCardController {
    private final Formats formats;

    @FXML
    private Region card;

    @FXML
    private StateMark mark;

    @FXML
    private Label cardTitle;

    @FXML
    private Label since;

    @FXML
    private VBox marks;

    @FXML
    private Label check;

    @FXML
    private Label message;

    @FXML
    private Label looked;

    @FXML
    private Sparkline sparkline;

    public HoverCardController(Formats formats) {
        this.formats = formats;
    }

    void show(WallCell cell, Instant now) {
        mark.show(cell.state());
        cardTitle.setText(cell.title());
        since.setText(StateLook.of(cell.state()).word() + " since " + formats.moment(cell.since(), now));
        marks.getChildren()
                .setAll(cell.marks().stream().map(one -> line(one, now)).toList());
        message.setText(cell.message());
        cell.worst().ifPresentOrElse(health -> show(health, now), this::showNothing);
        card.setVisible(true);
    }

    void hide() {
        card.setVisible(false);
    }

    Region card() {
        return card;
    }

    private HBox line(Mark one, Instant now) {
        Label words = new Label(new MarkWords(formats, now).text(one));
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        HBox line = new HBox(new MarkIcon(MarkLook.of(one)), words);
        line.getStyleClass().add("hover-mark");
        return line;
    }

    private void show(CheckHealth health, Instant now) {
        check.setText(health.check().toString());
        looked.setText(health.last()
                .map(result -> "looked at " + formats.moment(result.finishedAt(), now))
                .orElse("not looked at yet"));
        sparkline.show(health.recent());
    }

    private void showNothing() {
        check.setText("");
        looked.setText("");
    }
}
