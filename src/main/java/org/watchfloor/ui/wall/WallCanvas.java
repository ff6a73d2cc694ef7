package org.watchfloor.ui.wall;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.MarkWords;
import org.watchfloor.ui.fx.Palette;
import org.watchfloor.ui.wall.WallLayout.Box;

/** All cells on one canvas; repaints at most once per frame. FX thread only. */
public final class WallCanvas extends Region {
    private static final double PULSE_NANOS = 600e6;
    private static final double MARGIN = 6;

    private final Canvas canvas = new Canvas();
    private final Palette palette = new Palette();
    private final ObjectProperty<Optional<WallCell>> hovered =
            new SimpleObjectProperty<>(this, "hovered", Optional.empty());
    private final Map<WallCell, Long> pulses = new HashMap<>();
    private final AnimationTimer pulsing = new AnimationTimer() {
        @Override
        public void handle(long now) {
            pulse(now);
        }
    };
    private @Nullable WallViewModel viewModel;
    private Consumer<WallCell> onOpen = cell -> {};
    private WallPainter painter = new WallPainter(palette);
    private WallLayout layout = WallLayout.of(List.of(), 0, 0, 0);
    private List<WallCell> cells = List.of();
    private List<Integer> laidOut = List.of();

    public WallCanvas() {
        getStyleClass().add("wall-canvas");
        getChildren().addAll(palette, canvas);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        palette.versionProperty().subscribe(() -> {
            painter = new WallPainter(palette);
            laidOut = List.of();
            requestLayout();
        });
        focusedProperty().subscribe(this::requestLayout);
        setOnMouseMoved(event -> hovered.set(cellAt(event)));
        setOnMouseExited(event -> hovered.set(Optional.empty()));
        setOnMouseClicked(this::click);
        setOnKeyPressed(this::key);
    }

    /** @param open called when a cell is clicked, or Enter is hit on it */
    void show(WallViewModel model, Formats formats, Consumer<WallCell> open) {
        viewModel = model;
        onOpen = open;
        model.versionProperty().subscribe(this::changed);
        model.chosenProperty().subscribe(cell -> {
            MarkWords words = new MarkWords(formats, model.now());
            setAccessibleText(cell.map(it -> it.spoken(words)).orElse("The wall"));
            requestLayout();
        });
    }

    /** The names of the cells as they lie on the wall, row by row. */
    public List<String> names() {
        return cells.stream().map(WallCell::title).toList();
    }

    ObjectProperty<Optional<WallCell>> hoveredProperty() {
        return hovered;
    }

    /** Where the cell lies in this region's coordinates. */
    Optional<Box> boxOf(WallCell cell) {
        int index = cells.indexOf(cell);
        return index < 0 || index >= layout.cells().size()
                ? Optional.empty()
                : Optional.of(layout.cells().get(index))
                        .map(box -> new Box(box.x() + MARGIN, box.y() + MARGIN, box.width(), box.height()));
    }

    private void changed() {
        WallViewModel model = viewModel;
        if (model != null) {
            long now = System.nanoTime();
            model.takeChanged().forEach(cell -> pulses.put(cell, now));
            if (!pulses.isEmpty()) {
                pulsing.start();
            }
            requestLayout();
        }
    }

    private void pulse(long now) {
        pulses.values().removeIf(start -> now - start > PULSE_NANOS);
        if (pulses.isEmpty()) {
            pulsing.stop();
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        if (viewModel != null && getWidth() > 0 && getHeight() > 0) {
            paint(viewModel);
        }
    }

    private void paint(WallViewModel model) {
        List<WallGroup> groups = model.groups();
        arrange(groups);
        GraphicsContext on = canvas.getGraphicsContext2D();
        on.clearRect(0, 0, getWidth(), getHeight());
        on.save();
        on.translate(MARGIN, MARGIN);
        for (int i = 0; i < groups.size(); i++) {
            painter.head(on, groups.get(i), layout.heads().get(i), layout.size());
        }
        for (int i = 0; i < cells.size(); i++) {
            painter.cell(on, cells.get(i), layout.cells().get(i), model.now());
        }
        paintOver(on, model);
        on.restore();
    }

    private void paintOver(GraphicsContext on, WallViewModel model) {
        long now = System.nanoTime();
        Optional<WallCell> chosen = model.chosenProperty().get();
        for (int i = 0; i < cells.size(); i++) {
            WallCell cell = cells.get(i);
            Box box = layout.cells().get(i);
            Long start = pulses.get(cell);
            if (start != null) {
                painter.pulse(on, cell, box, Math.clamp((now - start) / PULSE_NANOS, 0, 1));
            }
            if (model.isMarked(cell)) {
                painter.marked(on, box);
            }
            if (chosen.isPresent() && chosen.get().equals(cell)) {
                painter.chosen(on, box, isFocused() ? 2.5 : 1.5);
            }
        }
    }

    /** Lays out anew only when the number of cells or the size of the wall changed. */
    private void arrange(List<WallGroup> groups) {
        cells = groups.stream().flatMap(group -> group.cells().stream()).toList();
        List<Integer> wanted = new java.util.ArrayList<>(
                groups.stream().map(group -> group.cells().size()).toList());
        wanted.add((int) getWidth());
        wanted.add((int) getHeight());
        if (!wanted.equals(laidOut)) {
            laidOut = wanted;
            double nameWidth =
                    cells.stream().mapToDouble(painter::widthFor).max().orElse(0);
            layout = WallLayout.of(
                    wanted.subList(0, groups.size()), getWidth() - 2 * MARGIN, getHeight() - 2 * MARGIN, nameWidth);
        }
    }

    private Optional<WallCell> cellAt(MouseEvent event) {
        OptionalInt index = layout.at(event.getX() - MARGIN, event.getY() - MARGIN);
        return index.isPresent() && index.getAsInt() < cells.size()
                ? Optional.of(cells.get(index.getAsInt()))
                : Optional.empty();
    }

    private void click(MouseEvent event) {
        requestFocus();
        Optional<WallCell> clicked = cellAt(event);
        hovered.set(Optional.empty());
        clicked.ifPresent(cell -> {
            if (viewModel != null) {
                viewModel.choose(cell);
            }
            onOpen.accept(cell);
        });
    }

    private void key(KeyEvent event) {
        WallViewModel model = viewModel;
        if (model == null || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        boolean nothingChosen = model.chosenProperty().get().isEmpty();
        if (nothingChosen && (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER)) {
            return;
        }
        switch (event.getCode()) {
            case LEFT -> model.step(-1);
            case RIGHT -> model.step(1);
            case UP -> stepRow(model, -1);
            case DOWN -> stepRow(model, 1);
            case ENTER -> model.chosenProperty().get().ifPresent(onOpen);
            case SPACE -> model.toggleMark();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void stepRow(WallViewModel model, int direction) {
        int at = model.chosenProperty().get().map(cells::indexOf).orElse(-1);
        if (at < 0) {
            model.step(1);
        } else {
            layout.beyond(at, direction).ifPresent(index -> model.choose(cells.get(index)));
        }
    }
}
