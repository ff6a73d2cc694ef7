package org.watchfloor.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.assertj.core.data.TemporalUnitOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.watchfloor.config.Site;
import org.watchfloor.engine.backtest.Backtest;
import org.watchfloor.engine.backtest.Backtests;
import org.watchfloor.engine.backtest.Firing;
import org.watchfloor.engine.backtest.Question;
import org.watchfloor.model.CheckId;

/** Hours of ups and downs by chance, judged by the looks and by figures alone: no state comes to be that was not shown. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FiguresAgainstLooksTest {
    private static final Duration SPAN = Duration.ofHours(6);
    /** The longest takes four seconds. */
    private static final TemporalUnitOffset A_LOOK = within(4, ChronoUnit.SECONDS);

    private final Site site = RecordedSites.of("{ when: state == DOWN }");
    private RecordedRun run;
    private Instant end;

    @BeforeAll
    void record(@TempDir Path directory) throws Exception {
        run = new RecordedRun(directory, site, 7);
        run.runFor(Duration.ofMinutes(70));
        run.pause("web-1/front");
        run.runFor(Duration.ofMinutes(5));
        run.resume("web-1/front");
        run.runFor(Duration.ofMinutes(55));
        run.restartAfter(Duration.ofMinutes(4));
        run.runFor(Duration.ofMinutes(170));
        end = run.now().truncatedTo(ChronoUnit.HOURS);
        for (int time = 0; time < 2; time++) {
            long ticket = run.store().journal().append(List.of());
            while (run.store().journal().durable() < ticket) {
                LockSupport.parkNanos(1_000_000);
            }
        }
    }

    @AfterAll
    void close() {
        run.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DOWN", "PENDING", "DEGRADED", "UNKNOWN"})
    void showsWhatWasShown(String state) throws Exception {
        String yaml = "{ when: state == " + state + " or failed > 1, missing: ok }";

        List<Firing> likely = firings(onlyFigures(), yaml);

        List<Firing> exact = firings(run.store().recordings(), yaml);
        assertThat(likely).isNotEmpty().hasSameSizeAs(exact);
        for (int index = 0; index < exact.size(); index++) {
            assertThat(likely.get(index).subject()).isEqualTo(exact.get(index).subject());
            assertThat(likely.get(index).from()).isCloseTo(exact.get(index).from(), A_LOOK);
            assertThat(likely.get(index).to().orElse(end))
                    .isCloseTo(exact.get(index).to().orElse(end), A_LOOK);
        }
    }

    @Test
    void countsAboutTheLooksThatWere() throws Exception {
        String yaml = "{ when: failed > 1 }";

        long looks = backtest(run.store().recordings(), yaml).record().samples();

        assertThat(backtest(onlyFigures(), yaml).record().samples()).isCloseTo(looks, withinPercentage(5));
    }

    private List<Firing> firings(Recordings recordings, String yaml) throws Exception {
        return backtest(recordings, yaml).firings().stream()
                .sorted(Comparator.comparing(Firing::subject).thenComparing(Firing::since))
                .toList();
    }

    private Backtest backtest(Recordings recordings, String yaml) throws Exception {
        Question question = new Question(site, RecordedSites.rule(yaml), Optional.empty(), end.minus(SPAN), end);
        return new Backtests(run.store().history(), recordings)
                .start(question)
                .orElseThrow()
                .result()
                .get(60, TimeUnit.SECONDS);
    }

    private Recordings onlyFigures() {
        return new OnlyFigures(run.store().recordings());
    }

    /** What is left when looks are too old. */
    private record OnlyFigures(Recordings all) implements Recordings {
        @Override
        public CompletableFuture<Optional<Instant>> oldest() {
            return CompletableFuture.completedFuture(Optional.empty());
        }

        @Override
        public CompletableFuture<List<Track>> hour(long hour, Collection<CheckId> checks, Predicate<String> metrics) {
            return CompletableFuture.completedFuture(List.of());
        }

        @Override
        public CompletableFuture<Optional<Instant>> oldestFigures() {
            return all.oldestFigures();
        }

        @Override
        public CompletableFuture<List<Figures>> figures(
                Instant from, Instant to, Collection<CheckId> checks, Predicate<String> metrics) {
            return all.figures(from, to, checks, metrics);
        }

        @Override
        public CompletableFuture<Map<CheckId, List<Change>>> changes(
                Collection<CheckId> checks, Instant from, Instant to) {
            return all.changes(checks, from, to);
        }
    }
}
