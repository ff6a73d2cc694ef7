package org.watchfloor.ui.chart;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.watchfloor.engine.History.Span;
import org.watchfloor.model.State;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.StateLook;

/** A strip of coloured time: which state a check was in, and when. Unobserved time is hatched. Hovering names the span. FX thread. */
public final class StateBand extends Painted {
    private final Tooltip tooltip = new Tooltip();

    private Content content = new Content(
            Window.until(Instant.EPOCH, Duration.ofHours(1)), new Formats(ZoneOffset.UTC), List.of(), List.of());

    public StateBand() {
        super("wf-state-band");
        tooltip.setShowDelay(javafx.util.Duration.millis(80));
        Tooltip.install(this, tooltip);
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> tooltip.setText(textAt(event.getX())));
    }

    /** @param holes times in which Watchfloor itself was not looking */
    public record Content(Window window, Formats formats, List<Span> spans, List<Window> holes) {
        public Content {
            spans = List.copyOf(spans);
            holes = List.copyOf(holes);
        }

        /** What was at that time, in words. */
        String textAt(Instant at) {
            Optional<Window> hole =
                    holes.stream().filter(it -> holds(it.from(), it.to(), at)).findFirst();
            if (hole.isPresent()) {
                return "Watchfloor was not looking · "
                        + span(hole.get().from(), hole.get().to());
            }
            return spans.stream()
                    .filter(span -> holds(span.from(), span.to(), at))
                    .map(span -> StateLook.of(span.state()).word() + " · " + span(span.from(), span.to()))
                    .findFirst()
                    .orElse("no data at " + formats.moment(at));
        }

        private String span(Instant from, Instant to) {
            return formats.moment(from) + " – " + formats.moment(to) + " · "
                    + Formats.duration(Duration.between(from, to));
        }

        private static boolean holds(Instant from, Instant to, Instant at) {
            return !at.isBefore(from) && at.isBefore(to);
        }

        /** How long it was in which state. */
        String summary() {
            Map<State, Duration> lengths = new EnumMap<>(State.class);
            spans.forEach(
                    span -> lengths.merge(span.state(), Duration.between(span.from(), span.to()), Duration::plus));
            return lengths.isEmpty()
                    ? "no data"
                    : lengths.entrySet().stream()
                            .map(it -> StateLook.of(it.getKey()).word() + " " + Formats.duration(it.getValue()))
                            .collect(Collectors.joining(", "));
        }
    }

    public void show(Content next) {
        content = next;
        setAccessibleText("states: " + next.summary());
        repaint();
    }

    @Override
    void paint(GraphicsContext on, double width, double height) {
        SpanPainter.paint(on, this, scale(width), content, 0, height);
    }

    String textAt(double x) {
        return content.textAt(scale(getWidth()).at(x));
    }

    /** Between the insets, so that it can stand above the plot of a chart. */
    private TimeScale scale(double width) {
        double left = getInsets().getLeft();
        return new TimeScale(
                content.window(), left, Math.max(1, width - left - getInsets().getRight()));
    }

    @Override
    protected double computePrefWidth(double height) {
        return 240;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 14;
    }
}
