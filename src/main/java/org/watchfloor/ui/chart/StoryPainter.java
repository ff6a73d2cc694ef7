package org.watchfloor.ui.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.watchfloor.ui.chart.Story.Flag;
import org.watchfloor.ui.fx.Palette.Tone;

/** Draws a {@link Story}: a shade behind everything, and flags whose texts stand in rows of their own on top. FX thread. */
final class StoryPainter {
    static final double ROW = 15;

    private static final double SHADE = 0.16;
    private static final double GAP = 5;

    private final Painted owner;

    StoryPainter(Painted owner) {
        this.owner = owner;
    }

    /** How many rows the texts take. */
    int rows(Story story, TimeScale scale) {
        return placed(story, scale).stream()
                .mapToInt(place -> place.row() + 1)
                .max()
                .orElse(0);
    }

    void shade(GraphicsContext on, Story story, TimeScale scale, double top, double height) {
        story.firing().ifPresent(firing -> {
            double from = Math.max(scale.left(), scale.x(firing.from()));
            double to = Math.min(scale.right(), scale.x(firing.to()));
            on.setFill(owner.color(Tone.DOWN).deriveColor(0, 1, 1, SHADE));
            on.fillRect(from, top, Math.max(0, to - from), height);
        });
    }

    /** @param top of the first row */
    void flags(GraphicsContext on, Story story, TimeScale scale, double top, double bottom) {
        List<Place> places = placed(story, scale);
        places.forEach(place -> line(on, place, scale, top, bottom));
        places.forEach(place -> text(on, place, top));
        on.setLineWidth(1);
    }

    private void line(GraphicsContext on, Place place, TimeScale scale, double top, double bottom) {
        double x = Math.round(scale.x(place.flag().at())) + 0.5;
        double middle = top + ROW * place.row() + ROW / 2;
        on.setStroke(owner.color(place.flag().tone()));
        on.setLineWidth(1.5);
        on.strokeLine(x, middle, x, bottom);
        on.setFill(owner.color(place.flag().tone()));
        on.fillOval(x - 3, middle - 3, 6, 6);
    }

    /** Over the lines of those that came later. */
    private void text(GraphicsContext on, Place place, double top) {
        double middle = top + ROW * place.row() + ROW / 2;
        on.setFill(owner.color(Tone.RAISED));
        on.fillRect(
                place.left() - 2,
                middle - ROW / 2 + 1,
                owner.widthOf(place.flag().text()) + 4,
                ROW - 2);
        on.setFill(owner.color(Tone.TEXT));
        on.setTextBaseline(VPos.CENTER);
        on.setTextAlign(TextAlignment.LEFT);
        on.fillText(place.flag().text(), place.left(), middle);
    }

    /** @param left where its text begins */
    private record Place(Flag flag, int row, double left) {}

    /** Texts beside their flag, right of it if there is room, over its line if there is none on either side; each in the first row in which it meets no other text or line. */
    private List<Place> placed(Story story, TimeScale scale) {
        List<Place> places = new ArrayList<>();
        List<Double> taken = new ArrayList<>();
        for (Flag flag : story.flags()) {
            double x = scale.x(flag.at());
            if (x < scale.left() - 1 || x > scale.right() + 1) {
                continue;
            }
            double width = owner.widthOf(flag.text());
            boolean isRight = x + 2 * GAP + width <= scale.right() + GAP;
            double left = isRight ? x + 2 * GAP : Math.max(scale.left(), x - 2 * GAP - width);
            int row = 0;
            while (row < taken.size() && taken.get(row) + GAP > Math.min(x - GAP, left)) {
                row++;
            }
            double end = Math.max(x + GAP, left + width);
            if (row == taken.size()) {
                taken.add(end);
            } else {
                taken.set(row, end);
            }
            places.add(new Place(flag, row, left));
        }
        return places;
    }
}
