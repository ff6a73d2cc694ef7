package org.watchfloor.ui.chart;

import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.watchfloor.model.Phase;
import org.watchfloor.model.State;
import org.watchfloor.ui.fx.Palette;
import org.watchfloor.ui.fx.Palette.Tone;

/**
 * A region that draws itself on a canvas of its own size, at most once per frame, in the colours and font of the style
 * sheets. Confined to the FX thread.
 */
abstract class Painted extends Region {
    private final Canvas canvas = new Canvas();
    private final Palette palette = new Palette();
    private final Text measure = new Text();

    Painted(String styleClass) {
        getStyleClass().addAll("wf-chart", styleClass);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        measure.getStyleClass().add("wf-chart-text");
        measure.setManaged(false);
        measure.setVisible(false);
        getChildren().addAll(palette, measure, canvas);
        palette.versionProperty().addListener(_ -> repaint());
        measure.fontProperty().addListener(_ -> repaint());
    }

    /** Draws on a clean canvas. */
    abstract void paint(GraphicsContext on, double width, double height);

    final void repaint() {
        requestLayout();
    }

    final Color color(Tone tone) {
        return palette.color(tone);
    }

    final Color color(State state) {
        return palette.color(state);
    }

    final Color color(Phase phase) {
        return palette.color(
                switch (phase) {
                    case NAME -> Tone.MUTED;
                    case CONNECT -> Tone.SERIES_1;
                    case TLS, AUTH -> Tone.SERIES_2;
                    case FIRST_BYTE, COMMAND -> Tone.SERIES_3;
                    case BODY -> Tone.SERIES_5;
                });
    }

    final Color hatch() {
        return color(Tone.MUTED).deriveColor(0, 1, 1, 0.4);
    }

    final Font font() {
        return measure.getFont();
    }

    final double widthOf(String text) {
        measure.setText(text);
        return measure.getLayoutBounds().getWidth();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        canvas.setWidth(width);
        canvas.setHeight(height);
        GraphicsContext on = canvas.getGraphicsContext2D();
        on.clearRect(0, 0, width, height);
        if (width >= 1 && height >= 1) {
            on.setFont(font());
            paint(on, width, height);
        }
    }
}
