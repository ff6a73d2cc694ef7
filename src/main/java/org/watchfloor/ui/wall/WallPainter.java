package org.watchfloor.ui.wall;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import org.watchfloor.model.State;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.MarkLook;
import org.watchfloor.ui.fx.Palette;
import org.watchfloor.ui.fx.Palette.Tone;
import org.watchfloor.ui.fx.ShapePainter;
import org.watchfloor.ui.fx.TextFit;
import org.watchfloor.ui.wall.CellColours.Colours;
import org.watchfloor.ui.wall.CellColours.Small;
import org.watchfloor.ui.wall.WallLayout.Box;

/** Paints groups and cells in the colours of one theme. FX thread only. */
final class WallPainter {
    private static final double TWO_LINES_FROM = 44;
    private static final double COUNT_GAP = 10;
    private static final double MOST_FOR_NAME = 240;
    private static final double NAME_LEFT = 26;
    private static final double BIG_FROM = 74;
    private static final double ROUND_FROM = 18;
    private static final double SHAPED_FROM = 10;
    private static final double HOLLOW_FROM = 4;
    private static final double LEAST_MARK = 7;
    private static final double MARK_GAP = 5;
    private static final double LEAST_NAME = 40;
    private static final double MARK_ROOM = 17;
    private static final int MOST_MARKS = 3;

    private final Palette palette;
    private final CellColours colours;
    private final MarkPainter marks = new MarkPainter();
    private final TextFit title;
    private final TextFit big;
    private final TextFit bigCalm;
    private final TextFit line;
    private final TextFit small;
    private final TextFit head;
    private final TextFit figure;

    WallPainter(Palette palette) {
        this.palette = palette;
        colours = new CellColours(palette);
        String family = palette.fontFamily();
        title = new TextFit(Font.font(family, FontWeight.BOLD, 13));
        big = new TextFit(Font.font(family, FontWeight.BOLD, 20));
        bigCalm = new TextFit(Font.font(family, 20));
        line = new TextFit(Font.font(family, 12));
        small = new TextFit(Font.font(family, FontWeight.NORMAL, 11));
        head = new TextFit(Font.font(family, FontWeight.BOLD, 13));
        figure = new TextFit(Font.font(family, FontWeight.BOLD, 11));
    }

    void head(GraphicsContext on, WallGroup group, Box box, WallLayout.Size size) {
        boolean dense = size.head() < 20;
        TextFit font = dense ? figure : head;
        double middle = box.y() + (size.head() - (dense ? 4 : 8)) / 2;
        on.setTextBaseline(VPos.CENTER);
        double room = box.width() - font.width(group.title()) - 16;
        double counted = counts(on, group, box, middle, room);
        on.setFill(palette.color(Tone.TEXT));
        on.setFont(font.font());
        on.fillText(font.fitted(group.title(), box.width() - counted), box.x(), middle);
    }

    /** As many counts as have room, the worst states first; returns the room that they take. */
    private double counts(GraphicsContext on, WallGroup group, Box box, double middle, double room) {
        Map<State, Integer> fitting = new EnumMap<>(State.class);
        double taken = 0;
        for (var count : group.counts().entrySet()) {
            double wide = widthOf(count.getValue());
            if (taken + wide <= room) {
                fitting.put(count.getKey(), count.getValue());
                taken += wide;
            }
        }
        double x = box.x() + box.width() - taken + COUNT_GAP;
        on.setFont(figure.font());
        for (var count : fitting.entrySet()) {
            on.setFill(palette.color(count.getKey()));
            ShapePainter.draw(on, count.getKey(), x, middle - 5, 10);
            on.setFill(palette.color(count.getKey() == State.UP ? Tone.MUTED : Tone.TEXT));
            on.fillText(Formats.number(count.getValue()), x + 13, middle);
            x += widthOf(count.getValue());
        }
        return taken;
    }

    private double widthOf(int count) {
        return figure.width(Formats.number(count)) + 13 + COUNT_GAP;
    }

    void cell(GraphicsContext on, WallCell cell, Box box, Instant now) {
        if (box.height() < ROUND_FROM || box.width() < WallLayout.NAMED_FROM / 2) {
            smallCell(on, cell, box);
        } else {
            largeCell(on, cell, box, now);
        }
    }

    private void smallCell(GraphicsContext on, WallCell cell, Box box) {
        Small look = colours.small(cell);
        boolean isShaped = box.height() >= SHAPED_FROM;
        on.setFill(look.fill());
        switch (cell.state()) {
            case STALE, PENDING -> halved(on, look.fill(), box);
            case UP, DOWN, UNREACHABLE, DEGRADED, UNKNOWN, PAUSED ->
                on.fillRect(box.x(), box.y(), box.width(), box.height());
        }
        if (isShaped) {
            on.setFill(look.mark());
            shapes(on, cell, box, Math.min(box.height(), box.width()) - 4);
        } else if (cell.isInHand() && Math.min(box.height(), box.width()) >= HOLLOW_FROM) {
            on.setFill(palette.color(cell.state())); // at 55 % a frame would be too faint
            on.fillRect(box.x(), box.y(), box.width(), box.height());
            on.setFill(palette.color(Tone.GROUND));
            on.fillRect(box.x() + 1, box.y() + 1, box.width() - 2, box.height() - 2);
        }
    }

    /** The state and its first mark side by side; where there is room for one only, the mark if it takes the alarm away. */
    private void shapes(GraphicsContext on, WallCell cell, Box box, double most) {
        boolean isPlain = cell.state() == State.UP;
        if (cell.looks().isEmpty()) {
            if (!isPlain) {
                ShapePainter.draw(on, cell.state(), box.centreX() - most / 2, box.centreY() - most / 2, most);
            }
            return;
        }
        MarkLook look = cell.looks().getFirst();
        double half = Math.min(most, (box.width() - 4) / 2);
        if (!isPlain && half >= LEAST_MARK) {
            ShapePainter.draw(on, cell.state(), box.centreX() - half - 1, box.centreY() - half / 2, half);
            marks.draw(on, look, box.centreX() + 1, box.centreY() - half / 2, half);
        } else if (isPlain || cell.isInHand()) {
            marks.draw(on, look, box.centreX() - most / 2, box.centreY() - most / 2, most);
        } else {
            ShapePainter.draw(on, cell.state(), box.centreX() - most / 2, box.centreY() - most / 2, most);
        }
    }

    /** Nothing certain: one corner half in full colour, the other dimmed. */
    private void halved(GraphicsContext on, Color fill, Box box) {
        double right = box.x() + box.width();
        double bottom = box.y() + box.height();
        on.fillPolygon(new double[] {box.x(), right, box.x()}, new double[] {box.y(), box.y(), bottom}, 3);
        on.setFill(palette.color(Tone.GROUND).interpolate(fill, 0.4));
        on.fillPolygon(new double[] {right, right, box.x()}, new double[] {box.y(), bottom, bottom}, 3);
    }

    private void largeCell(GraphicsContext on, WallCell cell, Box box, Instant now) {
        Colours look = colours.of(cell);
        on.setFill(look.line());
        on.fillRoundRect(box.x(), box.y(), box.width(), box.height(), 8, 8);
        on.setFill(look.fill());
        on.fillRoundRect(box.x() + 1, box.y() + 1, box.width() - 2, box.height() - 2, 6, 6);
        if (cell.state() == State.STALE) {
            hatch(on, look.line(), box);
        }
        boolean written = box.width() >= WallLayout.NAMED_FROM;
        double side = Math.min(12, box.height() - 8);
        boolean twoLines = written && box.height() >= TWO_LINES_FROM && cell.state() != State.UP;
        double middle = twoLines ? box.centreY() - (isBig(box) ? 12 : 9) : box.centreY();
        on.setFill(look.mark());
        if (written) {
            ShapePainter.draw(on, cell.state(), box.x() + 9, middle - side / 2, side);
            text(on, cell, box, look, middle);
        } else {
            lone(on, cell, box, side);
        }
        if (twoLines) {
            on.setFill(look.muted());
            on.setFont(line.font());
            on.fillText(line.fitted(cell.trouble(now), box.width() - 18), box.x() + 9, middle + (isBig(box) ? 24 : 19));
        }
    }

    private void text(GraphicsContext on, WallCell cell, Box box, Colours look, double middle) {
        double left = box.x() + NAME_LEFT;
        on.setTextBaseline(VPos.CENTER);
        double room = box.width() - 32 - marks(on, cell, box, look, middle);
        TextFit wide = titleFont(cell.state() == State.UP, isBig(box));
        TextFit font = wide.width(cell.title()) <= room ? wide : small;
        on.setFill(look.text());
        on.setFont(font.font());
        on.fillText(font.fitted(cell.title(), room), left, middle);
    }

    /** As many marks at the right as leave room for the name, one at least; returns the room that they take. */
    private double marks(GraphicsContext on, WallCell cell, Box box, Colours look, double middle) {
        double side = Math.min(isBig(box) ? 16 : 12, box.height() - 8);
        double step = side + MARK_GAP;
        double spare = box.width() - 32 - Math.max(LEAST_NAME, small.width(cell.title()));
        int count = (int) Math.clamp(spare / step, 1, MOST_MARKS);
        int shown = Math.min(count, cell.looks().size());
        on.setFill(look.text());
        for (int i = 0; i < shown; i++) {
            marks.draw(
                    on,
                    cell.looks().get(i),
                    box.x() + box.width() - 9 - side - (shown - 1 - i) * step,
                    middle - side / 2,
                    side);
        }
        return shown * step;
    }

    /** Without a name beside it. */
    private void lone(GraphicsContext on, WallCell cell, Box box, double side) {
        double shift = cell.looks().isEmpty() ? side / 2 : side + 2;
        ShapePainter.draw(on, cell.state(), box.centreX() - shift, box.centreY() - side / 2, side);
        if (!cell.looks().isEmpty()) {
            marks.draw(on, cell.looks().getFirst(), box.centreX() + 2, box.centreY() - side / 2, side);
        }
    }

    /** Names of what is well are set lighter than names of what is not. */
    private TextFit titleFont(boolean calm, boolean isBig) {
        if (isBig) {
            return calm ? bigCalm : big;
        }
        return calm ? line : title;
    }

    /** How wide a cell must be to show the name in full, at least in the small type, and one mark. */
    double widthFor(WallCell cell) {
        return Math.min(MOST_FOR_NAME, small.width(cell.title()) + NAME_LEFT + 8 + MARK_ROOM);
    }

    private static boolean isBig(Box box) {
        return box.height() >= BIG_FROM;
    }

    private static void hatch(GraphicsContext on, Color color, Box box) {
        on.save();
        on.beginPath();
        on.rect(box.x() + 1, box.y() + 1, box.width() - 2, box.height() - 2);
        on.clip();
        on.setStroke(color.deriveColor(0, 1, 1, 0.45));
        on.setLineWidth(2);
        for (double x = box.x() - box.height(); x < box.x() + box.width(); x += 9) {
            on.strokeLine(x, box.y() + box.height(), x + box.height(), box.y());
        }
        on.restore();
    }

    /** @param age of the change, from 0 to 1 */
    void pulse(GraphicsContext on, WallCell cell, Box box, double age) {
        double spread = 1 + 5 * age;
        on.setStroke(palette.color(cell.state()).deriveColor(0, 1, 1, 1 - age));
        on.setLineWidth(Math.min(3, Math.max(1.5, box.height() / 8)));
        on.strokeRoundRect(
                box.x() - spread, box.y() - spread, box.width() + 2 * spread, box.height() + 2 * spread, 10, 10);
    }

    void chosen(GraphicsContext on, Box box, double width) {
        frame(on, palette.color(Tone.FOCUS), box, width);
    }

    void marked(GraphicsContext on, Box box) {
        frame(on, palette.color(Tone.TEXT), box, 1.5);
    }

    private void frame(GraphicsContext on, Color color, Box box, double width) {
        double out = width / 2 + 1;
        on.setStroke(color);
        on.setLineWidth(width);
        on.strokeRoundRect(box.x() - out, box.y() - out, box.width() + 2 * out, box.height() + 2 * out, 10, 10);
    }
}
