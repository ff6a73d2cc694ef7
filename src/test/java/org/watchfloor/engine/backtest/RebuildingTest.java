package org.watchfloor.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.watchfloor.config.Check;
import org.watchfloor.engine.Figures;
import org.watchfloor.engine.History;
import org.watchfloor.engine.Recordings.Change;
import org.watchfloor.engine.Recordings.Track;
import org.watchfloor.engine.Sites;
import org.watchfloor.model.Gap;
import org.watchfloor.model.Reason;
import org.watchfloor.model.State;

class RebuildingTest {
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final long BEGIN = START.toEpochMilli();
    private static final long STEP = 300_000;
    private static final int DAY = 288;

    private final Check check = Sites.site()
            .every(Duration.ofSeconds(30))
            .host("web-1", "front")
            .build()
            .checks()
            .getFirst();
    private final Random random = new Random(3);

    @Test
    void meetsTheFiguresOfEachStep() {
        List<Figures.Step> steps = IntStream.range(0, DAY)
                .mapToObj(step -> Steps.of(
                        BEGIN + step * STEP,
                        DoubleStream.generate(() -> Math.abs(random.nextGaussian()) * 400)
                                .limit(1 + random.nextInt(30))
                                .toArray()))
                .toList();

        Track latency = tracks(List.of(), List.of(), new Figures(check.id(), History.LATENCY, steps))
                .getFirst();

        for (Figures.Step step : steps) {
            double[] values = IntStream.range(0, latency.size())
                    .filter(look -> latency.millis(look) >= step.begin() && latency.millis(look) < step.begin() + STEP)
                    .mapToDouble(latency::value)
                    .toArray();
            assertThat(Steps.of(step.begin(), values))
                    .usingRecursiveComparison()
                    .withComparatorForType((one, other) -> Math.abs(one - other) < 0.002 ? 0 : 1, Double.class)
                    .isEqualTo(step);
        }
        assertThat(IntStream.range(1, latency.size())
                        .allMatch(look -> latency.millis(look) > latency.millis(look - 1) + latency.value(look - 1)))
                .isTrue();
    }

    @Test
    void keepsATimeOfHighValuesInOnePiece() {
        Figures figures = new Figures(
                check.id(),
                History.LATENCY,
                List.of(
                        even(0, 100, 10),
                        Steps.of(BEGIN + STEP, 100, 100, 100, 100, 100, 100, 900, 900, 900, 900),
                        even(2, 900, 10),
                        Steps.of(BEGIN + 3 * STEP, 100, 100, 100, 100, 100, 100, 100, 900, 900, 900),
                        even(4, 100, 10)));

        Track latency = tracks(List.of(), List.of(), figures).getFirst();

        List<Integer> slow = IntStream.range(0, latency.size())
                .filter(look -> latency.value(look) > 500)
                .boxed()
                .toList();
        assertThat(slow)
                .hasSizeBetween(15, 19)
                .isEqualTo(IntStream.rangeClosed(slow.getFirst(), slow.getLast())
                        .boxed()
                        .toList());
    }

    @Test
    void putsFailedLooksWhereFailureWasShown() {
        List<Change> changes = List.of(
                change(-3_600_000, State.UP, State.UP),
                change(120_050, State.PENDING, State.UP),
                change(180_050, State.DOWN, State.DOWN),
                change(600_100, State.UP, State.UP));
        Figures figures = new Figures(check.id(), History.LATENCY, List.of(goingDown(), down(1), even(2, 50, 10)));

        Track latency = tracks(changes, List.of(), figures).getFirst();

        List<String> looks = new ArrayList<>();
        for (int look = 0; look < latency.size(); look++) {
            looks.add((latency.millis(look) - BEGIN) / 1_000 + " " + latency.seen(look) + " " + latency.hard(look));
        }
        assertThat(looks).hasSize(30);
        assertThat(looks.subList(0, 7))
                .containsExactly(
                        "0 UP UP", "30 UP UP", "60 UP UP", "90 UP UP", "120 DOWN UP", "150 DOWN UP", "180 DOWN DOWN");
        assertThat(looks.subList(6, 20)).allMatch(look -> look.endsWith("DOWN DOWN"));
        assertThat(looks.subList(20, 30)).allMatch(look -> look.endsWith("UP UP"));
        assertThat(latency.millis(20)).isEqualTo(BEGIN + 600_050);
    }

    @Test
    void inventsNoLooksWhereNobodyLooked() {
        List<Change> changes = List.of(
                change(-3_600_000, State.DOWN, State.DOWN),
                change(3 * STEP, State.PAUSED, State.DOWN),
                change(6 * STEP, State.STALE, State.DOWN));
        Gap gap = new Gap(START.plusMillis(STEP), START.plusMillis(STEP + 150_000), Gap.Cause.SUSPENDED);
        Figures figures = new Figures(check.id(), History.LATENCY, List.of(down(0), down(1)));

        Track latency = tracks(changes, List.of(gap), figures).getFirst();

        assertThat(latency.size()).isEqualTo(15);
        assertThat(latency.millis(14)).isLessThan(BEGIN + 2 * STEP);
    }

    @Test
    void laysAMetricOnTheLooksThatCanHaveBroughtIt() {
        Figures latency = new Figures(check.id(), History.LATENCY, List.of(even(0, 50, 10), even(1, 50, 10)));
        Figures queue =
                new Figures(check.id(), "queue", List.of(Steps.of(BEGIN, 1, 2, 3, 4), Steps.of(BEGIN + STEP, 5, 6)));

        List<Track> tracks = tracks(List.of(), List.of(), latency, queue);

        Track metric = tracks.getLast();
        assertThat(metric.metric()).isEqualTo("queue");
        assertThat(metric.size()).isEqualTo(6);
        List<Long> looks = IntStream.range(0, tracks.getFirst().size())
                .mapToObj(tracks.getFirst()::millis)
                .toList();
        assertThat(IntStream.range(0, 6).mapToObj(metric::millis))
                .isSubsetOf(looks)
                .doesNotHaveDuplicates();
    }

    private List<Track> tracks(List<Change> changes, List<Gap> gaps, Figures... figures) {
        return new Rebuilding(Map.of(check.id(), check), Map.of(check.id(), changes), new Pauses(gaps))
                .tracks(List.of(figures), BEGIN, BEGIN + DAY * STEP);
    }

    private static Figures.Step even(int step, double value, int count) {
        return Steps.of(
                BEGIN + step * STEP,
                DoubleStream.generate(() -> value).limit(count).toArray());
    }

    private static Figures.Step goingDown() {
        return new Figures.Step(BEGIN, 4, 50, 50, 50, 50, 50, 50, 180_050, 0, 119_950);
    }

    private static Figures.Step down(int step) {
        return new Figures.Step(BEGIN + step * STEP, 0, 0, 0, 0, 0, 0, 0, 0, 0, (int) STEP);
    }

    private static Change change(long millis, State to, State hard) {
        Optional<Reason> reason = to == State.UP ? Optional.empty() : Optional.of(Reason.REFUSED);
        return new Change(START.plusMillis(millis), to, hard, reason);
    }
}
