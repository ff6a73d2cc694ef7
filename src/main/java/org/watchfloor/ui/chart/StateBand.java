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
    }

    public void show(Content next) {
        content = next;
        setAccessibleText("states: " + summary());
        repaint();
    }

    @Override
    void paint(GraphicsContext on, double width, double height) {
        TimeScale scale = scale(width);
        double left = scale.left();
        double right = scale.right();
        Hatch.draw(on, hatch(), left, 0, right - left, height);
        for (Span span : content.spans()) {
            double from = Math.max(left, scale.x(span.from()));
            double to = Math.min(right, scale.x(span.to()));
            if (to > from) {
                on.setFill(color(span.state()));
                on.setGlobalAlpha(span.state() == State.STALE ? 0.35 : 1);
                on.fillRect(from, 0, Math.max(to - from, span.state() == State.UP ? 0 : 1.5), height);
                on.setGlobalAlpha(1);
            }
        }
        for (Window hole : content.holes()) {
            double from = Math.max(left, scale.x(hole.from()));
            double to = Math.min(right, scale.x(hole.to()));
            on.clearRect(from, 0, Math.max(0, to - from), height);
            Hatch.draw(on, hatch(), from, 0, to - from, height);
        }
    }

    String textAt(double x) {
        Instant at = scale(getWidth()).at(x);
        Optional<Window> hole = content.holes().stream()
                .filter(it -> holds(it.from(), it.to(), at))
                .findFirst();
        if (hole.isPresent()) {
            return "Watchfloor was not looking · "
                    + span(hole.get().from(), hole.get().to());
        }
        return content.spans().stream()
                .filter(span -> holds(span.from(), span.to(), at))
                .map(span -> StateLook.of(span.state()).word() + " · " + span(span.from(), span.to()))
                .findFirst()
                .orElse("no data at " + content.formats().moment(at));
    }

    /** Between the insets, so that it can stand above the plot of a chart. */
    private TimeScale scale(double width) {
        double left = getInsets().getLeft();
        return new TimeScale(
                content.window(), left, Math.max(1, width - left - getInsets().getRight()));
    }

    private String span(Instant from, Instant to) {
        return content.formats().moment(from) + " – " + content.formats().moment(to) + " · "
                + Formats.duration(Duration.between(from, to));
    }

    private static boolean holds(Instant from, Instant to, Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    private String summary() {
        Map<State, Duration> lengths = new EnumMap<>(State.class);
        content.spans()
                .forEach(span -> lengths.merge(span.state(), Duration.between(span.from(), span.to()), Duration::plus));
        return lengths.isEmpty()
                ? "no data"
                : lengths.entrySet().stream()
                        .map(it -> StateLook.of(it.getKey()).word() + " " + Formats.duration(it.getValue()))
                        .collect(Collectors.joining(", "));
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
