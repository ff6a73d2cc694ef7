package org.watchfloor.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.watchfloor.engine.History.Point;
import org.watchfloor.ui.chart.TimeTicks.Tick;

class AxesTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void writesTheDayAtLocalMidnight() {
        List<Tick> ticks = ticks("2026-11-20T12:00:00Z", Duration.ofHours(24), 10);

        assertThat(ticks).extracting(Tick::label).contains("21 Nov", "15:00", "12:00");
        assertThat(ticks.stream().filter(Tick::strong))
                .extracting(Tick::at)
                .containsExactly(Instant.parse("2026-11-20T23:00:00Z"));
    }

    @Test
    void staysOnRoundHoursWhenTheClocksGoBack() {
        List<Tick> ticks = ticks("2026-10-24T22:00:00Z", Duration.ofHours(25), 10);

        assertThat(ticks)
                .extracting(Tick::label)
                .startsWith("25 Oct", "03:00", "06:00")
                .endsWith("26 Oct");
    }

    @ParameterizedTest
    @CsvSource({"PT10S", "PT5M", "PT1H", "PT24H", "P7D", "P30D", "P365D", "P800D"})
    void givesAFewTicksForAnyWindow(Duration length) {
        List<Tick> ticks = ticks("2026-03-28T22:17:31Z", length, 8);

        assertThat(ticks).hasSizeBetween(1, 9).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
    }

    @ParameterizedTest
    @CsvSource({"0, 37, 5, 10", "0, 0.4, 4, 0.1", "0, 1240, 5, 500", "-12, 12, 4, 10", "0, 0, 4, 0.5"})
    void stepsByOneTwoOrFive(double min, double max, int most, double step) {
        ValueAxis axis = ValueAxis.holding(min, max, most);

        assertThat(axis.step()).isEqualTo(step, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(axis.low()).isLessThanOrEqualTo(min);
        assertThat(axis.high()).isGreaterThanOrEqualTo(max);
        assertThat(axis.ticks()).hasSizeLessThanOrEqualTo(most + 2);
    }

    @Test
    void boilsPointsDownToPixelsAndKeepsExtremes() {
        Instant start = Instant.parse("2026-11-20T12:00:00Z");
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            double value = i == 4_321 ? 900 : 20;
            points.add(new Point(start.plusSeconds(i), value, value, value, 1));
        }
        Window window = new Window(start, start.plusSeconds(10_000));

        Columns columns = Columns.of(points, new TimeScale(window, 0, 600), Duration.ofSeconds(3));

        assertThat(columns.size()).isEqualTo(600);
        assertThat(columns.max(259)).isEqualTo(900);
        assertThat(columns.isJoined(300)).isTrue();
    }

    @Test
    void beginsANewStrokeAfterAGap() {
        Instant start = Instant.parse("2026-11-20T12:00:00Z");
        List<Point> points = List.of(
                new Point(start, 1, 1, 1, 1),
                new Point(start.plusSeconds(30), 1, 1, 1, 1),
                new Point(start.plusSeconds(600), 1, 1, 1, 1));

        Columns columns = Columns.of(
                points, new TimeScale(new Window(start, start.plusSeconds(600)), 0, 600), Duration.ofSeconds(90));

        assertThat(List.of(columns.isJoined(0), columns.isJoined(1), columns.isJoined(2)))
                .containsExactly(false, true, false);
    }

    @Test
    void zoomsAroundThePointer() {
        Instant start = Instant.parse("2026-11-20T12:00:00Z");
        Window window = new Window(start, start.plusSeconds(3_600));

        Window closer = window.zoomed(0.5, start.plusSeconds(900));

        assertThat(closer).isEqualTo(new Window(start.plusSeconds(450), start.plusSeconds(2_250)));
        assertThat(closer.zoomed(1e-9, start).length()).isEqualTo(Window.SHORTEST);
    }

    private static List<Tick> ticks(String from, Duration length, int most) {
        Instant start = Instant.parse(from);
        return TimeTicks.of(new Window(start, start.plus(length)), BERLIN, most);
    }
}
