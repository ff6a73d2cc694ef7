package org.watchfloor.ui.chart;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.watchfloor.ui.fx.Formats;

/**
 * One series over time: mean as a line, lowest to highest as a band, limits, unobserved time hatched. Drag selects a
 * span to zoom into; the wheel zooms around the pointer; Shift with drag or wheel pans; a double click goes back. With
 * the keyboard: arrows pan, {@code +} and {@code -} zoom, {@code 0} goes back. The chart itself only moves its window;
 * whoever listens brings points for it. FX thread.
 */
public final class TimeChart extends Painted {
    private static final double WHEEL = 1.25;
    private static final double LEAST_DRAG = 4;
    private static final Duration LONGEST = Duration.ofDays(800);

    private final TimeChartPainter painter = new TimeChartPainter(this);
    private Consumer<Window> onWindow = _ -> {};
    private Runnable onReset = () -> {};

    private ChartContent content = new ChartContent(
            "",
            new Window(Instant.EPOCH, Instant.EPOCH.plusSeconds(3_600)),
            new Formats(ZoneOffset.UTC),
            "",
            List.of(),
            Duration.ofHours(1),
            List.of(),
            List.of());
    private double pointerX = -1;
    private double pressedX = -1;
    private double panFrom = -1;
    private Window pressedWindow = content.window();

    public TimeChart() {
        super("wf-time-chart");
        setFocusTraversable(true);
        setCursor(Cursor.CROSSHAIR);
        addEventHandler(MouseEvent.MOUSE_MOVED, this::onMoved);
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> movePointer(-1));
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::onPressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::onDragged);
        addEventHandler(MouseEvent.MOUSE_RELEASED, this::onReleased);
        addEventHandler(ScrollEvent.SCROLL, this::onScroll);
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    }

    public void show(ChartContent next) {
        content = next;
        painter.show(next);
        setAccessibleText(next.spoken());
        repaint();
    }

    /** @param listener told each time the person moved or zoomed the window */
    public void setOnWindow(Consumer<Window> listener) {
        onWindow = listener;
    }

    /** @param listener told when the person wants the window back that it had before zooming */
    public void setOnReset(Runnable listener) {
        onReset = listener;
    }

    @Override
    void paint(GraphicsContext on, double width, double height) {
        painter.paint(on, width, height);
        boolean selecting = pressedX >= 0 && Math.abs(pointerX - pressedX) >= LEAST_DRAG;
        if (selecting) {
            painter.paintSelection(on, pressedX, pointerX, height);
        } else if (pointerX >= 0) {
            painter.paintPointer(on, pointerX, width, height);
        }
    }

    private void onMoved(MouseEvent event) {
        movePointer(event.getX());
    }

    private void movePointer(double x) {
        pointerX = x;
        repaint();
    }

    private void onPressed(MouseEvent event) {
        requestFocus();
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            onReset.run();
            return;
        }
        pressedWindow = content.window();
        pressedX = isPan(event) ? -1 : event.getX();
        pointerX = event.getX();
        panFrom = isPan(event) ? event.getX() : -1;
        event.consume();
    }

    private static boolean isPan(MouseEvent event) {
        return event.isShiftDown() || event.getButton() == MouseButton.MIDDLE;
    }

    private void onDragged(MouseEvent event) {
        movePointer(event.getX());
        if (panFrom >= 0) {
            move(pressedWindow.moved(
                    (panFrom - event.getX()) / Math.max(1, painter.scale().width())));
        }
        event.consume();
    }

    private void onReleased(MouseEvent event) {
        double from = pressedX;
        pressedX = -1;
        panFrom = -1;
        if (from >= 0 && Math.abs(event.getX() - from) >= LEAST_DRAG) {
            TimeScale scale = painter.scale();
            move(new Window(scale.at(Math.min(from, event.getX())), scale.at(Math.max(from, event.getX()))));
        }
        repaint();
        event.consume();
    }

    private void onScroll(ScrollEvent event) {
        double turned = event.getDeltaY() != 0 ? event.getDeltaY() : event.getDeltaX();
        if (turned == 0) {
            return;
        }
        Window window = content.window();
        move(
                event.isShiftDown() || event.getDeltaY() == 0
                        ? window.moved(turned > 0 ? -0.1 : 0.1)
                        : window.zoomed(
                                turned > 0 ? 1 / WHEEL : WHEEL, painter.scale().at(event.getX())));
        event.consume();
    }

    private void onKey(KeyEvent event) {
        Window window = content.window();
        Instant middle = window.from().plus(window.length().dividedBy(2));
        switch (event.getCode()) {
            case LEFT -> move(window.moved(-0.1));
            case RIGHT -> move(window.moved(0.1));
            case PLUS, ADD, EQUALS -> move(window.zoomed(1 / WHEEL, middle));
            case MINUS, SUBTRACT -> move(window.zoomed(WHEEL, middle));
            case DIGIT0, NUMPAD0 -> onReset.run();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(Window window) {
        if (window.length().compareTo(LONGEST) <= 0) {
            show(content.in(window));
            onWindow.accept(window);
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return 480;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 200;
    }
}
