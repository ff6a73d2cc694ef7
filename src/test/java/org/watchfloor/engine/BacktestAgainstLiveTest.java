package org.watchfloor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.watchfloor.alert.Alert;
import org.watchfloor.alert.AlertRule;
import org.watchfloor.config.Site;
import org.watchfloor.engine.backtest.Backtest;
import org.watchfloor.engine.backtest.Backtests;
import org.watchfloor.engine.backtest.Firing;
import org.watchfloor.engine.backtest.Question;

/** A back-test over what an engine recorded gives the alerts that this engine gave, to the millisecond. */
class BacktestAgainstLiveTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ when: latency > 500ms }",
                "{ when: latency > 250ms, for: 25s, recover: latency < 200ms }",
                "{ when: 'avg(latency, 2m) > 400ms', for: 1m }",
                "{ when: 'p95(latency, 5m) > 800ms', severity: low, levels: { critical: 'p95(latency, 5m) > 2s' } }",
                "{ when: state == DOWN }",
                "{ when: state == STALE }",
                "{ when: 'avg(failed, 3m) > 20% and state != DOWN', for: 30s }",
                "{ when: flapping == 1 }",
                "{ when: 'disk.*.used_percent > 90', for: 10s, missing: ok }",
                "{ when: queue > 5, missing: alert }",
                "{ when: queue > 5, for: 20s, missing: keep }",
                "{ when: 'max(queue, 1m) > 10 or not state == UP', for: 1m }",
                "{ each: group, when: 'count(state == DOWN) >= 2' }",
                "{ each: site, when: 'avg(latency) > 400ms', for: 20s }",
                "{ each: host, when: 'max(p95(latency, 2m)) > 900ms', recover: 'max(latency) < 500ms' }"
            })
    void firesAsTheEngineDid(String yaml) throws Exception {
        Both both = both(yaml);

        assertThat(both.past().stream().map(BacktestAgainstLiveTest::text))
                .containsExactlyInAnyOrderElementsOf(
                        both.live().stream().map(BacktestAgainstLiveTest::text).toList())
                .isNotEmpty();
    }

    /** Of rules about states alone the looks are not read: what a look would have noticed, the next tick does. */
    @ParameterizedTest
    @ValueSource(
            strings = {"{ when: 'state in (DEGRADED, PENDING)', for: 20s }", "{ when: state == DOWN and age > 2m }"})
    void firesWithTheNextTickWhereStatesAloneDecide(String yaml) throws Exception {
        Both both = both(yaml);

        assertThat(both.past()).hasSameSizeAs(both.live()).isNotEmpty();
        for (int index = 0; index < both.live().size(); index++) {
            Alert live = both.live().get(index);
            Firing past = both.past().get(index);
            assertThat(past.subject()).isEqualTo(live.subject());
            assertThat(past.since()).isBetween(live.since(), live.since().plusSeconds(5));
            assertThat(past.from())
                    .isBetween(
                            live.firedAt().orElseThrow(),
                            live.firedAt().orElseThrow().plusSeconds(5));
            assertThat(past.to()).isEqualTo(live.endedAt());
        }
    }

    /** What the engine gave and what the back-test gives, in the same order. */
    private record Both(List<Alert> live, List<Firing> past) {}

    private Both both(String yaml) throws Exception {
        AlertRule rule = RecordedSites.rule(yaml);
        Site site = RecordedSites.of(yaml);
        try (RecordedRun run = new RecordedRun(directory, site, 7)) {
            run.runFor(Duration.ofMinutes(70));
            run.pause("web-1/front");
            run.runFor(Duration.ofMinutes(5));
            run.resume("web-1/front");
            run.runFor(Duration.ofMinutes(55));
            run.restartAfter(Duration.ofMinutes(4));
            run.runFor(Duration.ofMinutes(70));
            Backtest backtest = new Backtests(run.store().history(), run.store().recordings())
                    .start(Question.ofSaved(site, rule, run.now(), Duration.ofHours(5)))
                    .orElseThrow()
                    .result()
                    .get(60, TimeUnit.SECONDS);
            return new Both(
                    run.fired().stream()
                            .sorted(Comparator.comparing(Alert::subject).thenComparing(Alert::since))
                            .toList(),
                    backtest.firings().stream()
                            .sorted(Comparator.comparing(Firing::subject).thenComparing(Firing::since))
                            .toList());
        }
    }

    private static String text(Alert alert) {
        return text(alert.subject().toString(), alert.since(), alert.firedAt(), alert.endedAt());
    }

    private static String text(Firing firing) {
        return text(firing.subject().toString(), firing.since(), Optional.of(firing.from()), firing.to());
    }

    private static String text(Object subject, Object since, Object from, Object to) {
        return subject + " since " + since + " from " + from + " to " + to;
    }
}
