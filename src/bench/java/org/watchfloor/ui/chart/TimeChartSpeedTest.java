package org.watchfloor.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.watchfloor.engine.History.Point;
import org.watchfloor.model.State;
import org.watchfloor.ui.Pictures;
import org.watchfloor.ui.Stages;
import org.watchfloor.ui.Worlds;
import org.watchfloor.ui.chart.ChartContent.Limit;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.Theme;

/** What a chart of 10,000 points costs; the figures are printed as one line. */
@Tag("bench")
class TimeChartSpeedTest {
    private static final int POINTS = 10_000;
    private static final int FRAMES = 120;
    private static final int WARM_UP = 40;
    private static final double FRAME_MILLIS = 17;

    @Test
    void tenThousandPointsAreDrawnWithinAFrame() {
        TimeChart chart = Stages.onFx(TimeChart::new);
        Scene scene = Pictures.scene(chart, Theme.DARK, 1_200, 400);
        List<Double> painted = new ArrayList<>();
        List<Double> rendered = new ArrayList<>();

        Stages.onFx(() -> {
            WritableImage image = new WritableImage(1_200, 400);
            for (int frame = 0; frame < FRAMES; frame++) {
                ChartContent content = content(frame);
                long begin = System.nanoTime();
                chart.show(content);
                chart.layout();
                painted.add((System.nanoTime() - begin) / 1e6);
                scene.snapshot(image);
                rendered.add((System.nanoTime() - begin) / 1e6);
            }
        });

        System.out.println(String.format(
                Locale.ROOT,
                "{\"what\": \"chart of %d points, 1200 x 400\", \"fx_thread_p50_ms\": %.2f, \"fx_thread_p95_ms\": %.2f,"
                        + " \"with_rendering_p50_ms\": %.2f}",
                POINTS,
                quantile(painted, 0.5),
                quantile(painted, 0.95),
                quantile(rendered, 0.5)));
        assertThat(quantile(painted, 0.5)).isLessThan(FRAME_MILLIS);
    }

    private static ChartContent content(int frame) {
        Duration length = Duration.ofHours(24);
        Window window = Window.until(Worlds.NOON.plusSeconds(frame), length);
        Duration step = length.dividedBy(POINTS);
        List<Point> points = new ArrayList<>(POINTS);
        for (int i = 0; i < POINTS; i++) {
            double mean = 40 + 20 * Math.sin(i / 900.0) + (i * 7_919L + frame) % 31;
            points.add(new Point(window.from().plus(step.multipliedBy(i)), mean - 6, mean, mean + 14, 4));
        }
        return new ChartContent(
                "latency of web-7/front",
                window,
                new Formats(ZoneOffset.UTC),
                "ms",
                points,
                step.multipliedBy(3),
                List.of(new Limit(80, State.DEGRADED, "degraded 80 ms")),
                List.of());
    }

    private static double quantile(List<Double> all, double share) {
        List<Double> sorted = all.subList(WARM_UP, all.size()).stream().sorted().toList();
        return sorted.get((int) (share * (sorted.size() - 1)));
    }
}
