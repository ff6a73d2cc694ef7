package org.watchfloor.ui.chart;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.Palette.Tone;

/**
 * A strip of time, coloured by what was the case; what is not on record is hatched. Hovering names the piece. Where there
 * is room below it, the times are written there. FX thread only.
 */
public final class ToneStrip extends Painted {
    private static final double BAND = 12;
    private static final double THINNEST = 2;

    private final Tooltip tooltip = new Tooltip();
    private Content content =
            new Content(Window.until(Instant.EPOCH, Duration.ofHours(1)), new Formats(ZoneOffset.UTC), List.of());

    public ToneStrip() {
        super("wf-tone-strip");
        tooltip.setShowDelay(javafx.util.Duration.millis(80));
        Tooltip.install(this, tooltip);
        addEventHandler(
                MouseEvent.MOUSE_MOVED,
                event -> tooltip.setText(content.textAt(scale(getWidth()).at(event.getX()))));
    }

    /** @param pieces in the order of time; a later one lies over an earlier one */
    public record Content(Window window, Formats formats, List<Piece> pieces) {
        public Content {
            pieces = List.copyOf(pieces);
        }

        /** What was at that time, in words. */
        String textAt(Instant at) {
            return pieces.stream()
                    .filter(piece -> !at.isBefore(piece.from()) && at.isBefore(piece.to()))
                    .findFirst()
                    .map(piece -> piece.text() + " · " + formats.moment(piece.from()) + " – "
                            + formats.moment(piece.to()) + " · "
                            + Formats.duration(Duration.between(piece.from(), piece.to())))
                    .orElse("nothing on record at " + formats.moment(at));
        }
    }

    /** A time in which one thing was the case. */
    public record Piece(Instant from, Instant to, Tone tone, String text) {}

    public void show(Content next) {
        if (!next.equals(content)) {
            content = next;
            long changes = next.pieces().stream()
                    .filter(piece -> piece.from().isAfter(next.window().from()))
                    .count();
            setAccessibleText(changes + (changes == 1 ? " change" : " changes") + " in "
                    + Formats.duration(next.window().length()));
            repaint();
        }
    }

    @Override
    void paint(GraphicsContext on, double width, double height) {
        TimeScale scale = scale(width);
        boolean hasRoom = height >= BAND + TimeAxis.HEIGHT;
        double band = Math.min(BAND, height);
        double top = hasRoom ? 0 : Math.round((height - band) / 2);
        if (hasRoom) {
            TimeAxis.paint(on, this, scale, content.formats(), top, top + band, 0);
        }
        Hatch.draw(on, hatch(), 0, top, width, band);
        content.pieces().forEach(piece -> paint(on, scale, piece, top, band));
    }

    /** What lasted shorter than can be seen is drawn all the same. */
    private void paint(GraphicsContext on, TimeScale scale, Piece piece, double top, double band) {
        if (piece.to().isBefore(content.window().from())) {
            return;
        }
        double from = Math.clamp(scale.x(piece.from()), scale.left(), scale.right() - THINNEST);
        double to = Math.clamp(scale.x(piece.to()), from + THINNEST, scale.right());
        on.setFill(color(piece.tone()));
        on.setGlobalAlpha(piece.tone() == Tone.UP ? 0.45 : 1);
        on.clearRect(from, top, to - from, band);
        on.fillRect(from, top, to - from, band);
        on.setGlobalAlpha(1);
    }

    private TimeScale scale(double width) {
        return new TimeScale(content.window(), 0, Math.max(1, width));
    }

    @Override
    protected double computePrefWidth(double height) {
        return 160;
    }

    @Override
    protected double computePrefHeight(double width) {
        return BAND;
    }
}
