package org.watchfloor.ui.engine;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.watchfloor.engine.EngineFigures;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.Palette;
import org.watchfloor.ui.fx.Palette.Tone;

/** How late checks start: a bar for each span of lateness, on a root scale so that rare ones are seen. FX thread only. */
public final class LagHistogram extends Region {
    private static final double AXIS = 22;
    private static final double HEAD = 18;
    private static final double GAP = 6;

    private final Canvas canvas = new Canvas();
    private final Palette palette = new Palette();
    private List<Long> counts = List.of();

    public LagHistogram() {
        getStyleClass().add("lag-histogram");
        getChildren().addAll(palette, canvas);
        palette.versionProperty().subscribe(this::requestLayout);
    }

    void show(List<Long> buckets) {
        counts = buckets;
        long late = buckets.isEmpty() ? 0 : buckets.getLast();
        setAccessibleText("Lateness of starts; " + Formats.number(late) + " began over a second late");
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        GraphicsContext on = canvas.getGraphicsContext2D();
        on.clearRect(0, 0, getWidth(), getHeight());
        on.setFont(Font.font(palette.fontFamily(), 11));
        on.setTextAlign(TextAlignment.CENTER);
        on.setTextBaseline(VPos.CENTER);
        double most =
                Math.sqrt(counts.stream().mapToDouble(Long::doubleValue).max().orElse(0));
        double step = getWidth() / Math.max(1, counts.size());
        for (int i = 0; i < counts.size(); i++) {
            bar(on, i, i * step, step - GAP, most == 0 ? 0 : Math.sqrt(counts.get(i)) / most);
        }
    }

    private void bar(GraphicsContext on, int bucket, double x, double width, double share) {
        double ground = getHeight() - AXIS;
        double height = Math.max(counts.get(bucket) > 0 ? 2 : 1, share * (ground - HEAD));
        on.setFill(counts.get(bucket) == 0 ? palette.color(Tone.LINE) : palette.color(tone(bucket)));
        on.fillRect(x, ground - height, width, height);
        on.setFill(palette.color(Tone.MUTED));
        on.fillText(name(bucket), x + width / 2, getHeight() - AXIS / 2 + 2);
        if (counts.get(bucket) > 0) {
            on.setFill(palette.color(Tone.TEXT));
            on.fillText(Formats.number(counts.get(bucket)), x + width / 2, ground - height - HEAD / 2);
        }
    }

    /** Late beyond a second counts as late; a tenth of it is worth a look. */
    private static Tone tone(int bucket) {
        if (bucket >= EngineFigures.Lag.BOUNDS.size()) {
            return Tone.DOWN;
        }
        return EngineFigures.Lag.BOUNDS.get(bucket) > 100 ? Tone.DEGRADED : Tone.ACCENT;
    }

    private static String name(int bucket) {
        List<Integer> bounds = EngineFigures.Lag.BOUNDS;
        if (bucket >= bounds.size()) {
            return "> 1 s";
        }
        int bound = bounds.get(bucket);
        return bound < 1_000 ? "≤ " + bound + " ms" : "≤ " + bound / 1_000 + " s";
    }
}
