package org.watchfloor.ui.wall;

import eu.hansolo.tilesfx.Tile;
import eu.hansolo.tilesfx.TileBuilder;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.watchfloor.health.Recent;
import org.watchfloor.ui.chart.Sparkline;
import org.watchfloor.ui.fx.Palette;
import org.watchfloor.ui.fx.Palette.Tone;

/** A caption, a figure and a note, or the line of latest values, on a tile that follows the theme. FX thread only. */
public final class FigureTile extends StackPane {
    private static final PseudoClass ALARMING = PseudoClass.getPseudoClass("alarming");

    private static final Insets LINE_MARGIN = new Insets(0, 12, 10, 12);

    private final Label caption = new Label();
    private final Label figure = new Label();
    private final Label note = new Label();
    private final Sparkline line = new Sparkline();
    private final Palette palette = new Palette();
    private final Tile tile =
            TileBuilder.create().skinType(Tile.SkinType.CUSTOM).animated(false).build();

    public FigureTile() {
        getStyleClass().add("figure-tile");
        caption.getStyleClass().add("tile-caption");
        figure.getStyleClass().add("tile-figure");
        note.getStyleClass().add("tile-note");
        VBox words = new VBox(caption, figure, note);
        words.getStyleClass().add("tile-words");
        words.setMouseTransparent(true);
        line.getStyleClass().add("tile-line");
        line.setVisible(false);
        line.setMouseTransparent(true);
        setAlignment(line, Pos.BOTTOM_CENTER);
        setMargin(line, LINE_MARGIN);
        getChildren().addAll(palette, tile, words, line);
        palette.versionProperty().subscribe(this::dress);
    }

    private void dress() {
        tile.setBackgroundColor(palette.color(Tone.RAISED));
        tile.setBorderColor(palette.color(Tone.LINE));
    }

    public StringProperty captionProperty() {
        return caption.textProperty();
    }

    public String getCaption() {
        return caption.getText();
    }

    public void setCaption(String text) {
        caption.setText(text);
    }

    public StringProperty figureProperty() {
        return figure.textProperty();
    }

    public StringProperty noteProperty() {
        return note.textProperty();
    }

    /** Draws the latest values where the note would stand. */
    void show(Recent values) {
        line.setVisible(true);
        line.show(values);
    }

    /** Draws the eye while the figure needs a human. */
    void alarm(boolean alarming) {
        pseudoClassStateChanged(ALARMING, alarming);
    }
}
