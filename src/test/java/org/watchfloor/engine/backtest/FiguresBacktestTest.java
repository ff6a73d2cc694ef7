package org.watchfloor.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.watchfloor.alert.AlertRule;
import org.watchfloor.alert.RuleDraft;
import org.watchfloor.config.Settings;
import org.watchfloor.config.Site;
import org.watchfloor.engine.Recordings;
import org.watchfloor.engine.Sites;
import org.watchfloor.store.Store;

/** Where looks are gone, figures of five minutes tell when a rule would have fired, to five minutes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FiguresBacktestTest {
    private static final Duration STEP = Duration.ofMinutes(5);
    private static final Duration NONE = Duration.ZERO;

    private final Site site = Sites.site()
            .every(Duration.ofSeconds(30))
            .settings(new Settings(Duration.ofDays(1), Duration.ofDays(90), Duration.ofDays(731), 8, 1_000))
            .host("web-1", "front")
            .host("web-2", "shop")
            .build();

    private TwoOutages past;

    @BeforeAll
    void record(@TempDir Path directory) throws Exception {
        past = new TwoOutages(directory);
    }

    @AfterAll
    void close() {
        past.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ when: latency > 500ms, for: 5m, on: { hosts: [web-1] } }",
                "{ when: 'p95(latency, 15m) > 500ms', on: { hosts: [web-1] } }",
                "{ when: 'avg(latency, 1h) > 200ms', on: { hosts: [web-1] } }",
                "{ when: 'avg(failed, 15m) > 5%', on: { hosts: [web-2] } }",
                "{ when: failed == 1, on: { hosts: [web-2] } }",
                "{ when: 'avg(failed, 15m) > 20% and state == DOWN', on: { hosts: [web-2] } }",
                "{ each: site, when: 'max(latency) > 500ms', for: 2m }"
            })
    void firesAsByTheLooksToFiveMinutes(String yaml) throws Exception {
        List<Firing> exact = run(past.all(), yaml).firings();
        List<Firing> likely = run(past.shortened(), yaml).firings();

        assertThat(exact).hasSize(2);
        assertThat(likely).hasSize(2);
        assertNear(likely.getFirst(), exact.getFirst(), STEP);
        assertNear(likely.getLast(), exact.getLast(), NONE);
        assertThat(likely)
                .extracting(Firing::subject)
                .isEqualTo(exact.stream().map(Firing::subject).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ when: state == DOWN and age > 2m }",
                "{ when: state == PENDING }",
                "{ when: state == DOWN or failed > 1 }",
                "{ when: state == PENDING or failed > 1 }"
            })
    void followsTheRecordedStates(String yaml) throws Exception {
        List<Firing> exact = run(past.all(), yaml).firings();

        assertThat(run(past.shortened(), yaml).firings()).isNotEmpty().isEqualTo(exact);
    }

    @Test
    void saysHowMuchItJudgedByFigures() throws Exception {
        Backtest.OnRecord record =
                run(past.shortened(), "{ when: latency > 500ms }").record();

        assertThat(record.recordedFrom()).isEqualTo(TwoOutages.START);
        assertThat(record.exactFrom())
                .isBetween(TwoOutages.END.minus(Duration.ofHours(24)), TwoOutages.END.minus(Duration.ofHours(23)));
        assertThat(record.approximate()).isEqualTo(Duration.between(record.recordedFrom(), record.exactFrom()));
        assertThat(record.notes())
                .containsExactly("The first 4 days are judged from figures of 5 minutes: what is shorter than that is"
                        + " approximate; keep-samples in the settings, now 24 hours, keeps results for longer.");
        assertThat(run(past.all(), "{ when: latency > 500ms }").record().notes())
                .isEmpty();
    }

    @Test
    void countsEachLookOnce() throws Exception {
        String yaml = "{ when: latency > 500ms, on: { hosts: [web-1] } }";

        long looks = run(past.shortened(), yaml).record().samples();

        assertThat(looks)
                .isEqualTo(5 * 24 * 120)
                .isEqualTo(run(past.all(), yaml).record().samples());
    }

    @Test
    void makesAnHourOfFiguresWhoseLooksAreDroppedMeanwhile() throws Exception {
        Instant first =
                past.shortened().recordings().oldest().get(10, TimeUnit.SECONDS).orElseThrow();
        Instant believed = first.minus(2, ChronoUnit.HOURS);
        Rebuilding rebuilding =
                new Rebuilding(Map.of(TwoOutages.FRONT, site.checks().getFirst()), Map.of(), new Pauses(List.of()));
        Past dropping =
                new Past(past.shortened().recordings(), Set.of(TwoOutages.FRONT), _ -> false, rebuilding, believed);

        Past.Stretch stretch = dropping.from(believed);

        assertThat(stretch.until()).isEqualTo(believed.plus(1, ChronoUnit.HOURS));
        assertThat(stretch.tracks().get(10, TimeUnit.SECONDS))
                .singleElement()
                .extracting(Recordings.Track::size)
                .isEqualTo(120);
    }

    @Test
    void letsACounterRise() throws Exception {
        String yaml = "{ when: 'rate(served, 10m) < 0.9 or rate(served, 10m) > 1.1', on: { hosts: [web-1] } }";

        assertThat(run(past.shortened(), yaml).firings()).isEmpty();
    }

    @Test
    void knowsWhatIsNormalFromFiguresToo() throws Exception {
        String yaml = "{ when: latency > 100ms, on: { hosts: [web-1] } }";

        double exact = suggested(past.all(), yaml);

        assertThat(suggested(past.shortened(), yaml)).isCloseTo(exact, withinPercentage(10));
    }

    private double suggested(Store store, String yaml) throws Exception {
        return Double.parseDouble(
                run(store, yaml).suggestion().when().orElseThrow().replaceAll("\\D", ""));
    }

    private Backtest run(Store store, String yaml) throws Exception {
        Question question = new Question(site, rule(yaml), Optional.empty(), TwoOutages.START, TwoOutages.END);
        return new Backtests(store.history(), store.recordings())
                .start(question)
                .orElseThrow()
                .result()
                .get(60, TimeUnit.SECONDS);
    }

    private static void assertNear(Firing likely, Firing exact, Duration most) {
        assertThat(Duration.between(exact.from(), likely.from()).abs()).isLessThanOrEqualTo(most);
        assertThat(Duration.between(exact.to().orElseThrow(), likely.to().orElseThrow())
                        .abs())
                .isLessThanOrEqualTo(most);
    }

    private static AlertRule rule(String yaml) {
        return switch (RuleDraft.read("tried", yaml)) {
            case RuleDraft.Result.Read(AlertRule rule) -> rule;
            case RuleDraft.Result.Rejected rejected -> throw new AssertionError(rejected.toString());
        };
    }
}
