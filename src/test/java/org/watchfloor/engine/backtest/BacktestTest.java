package org.watchfloor.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.watchfloor.alert.AlertRule;
import org.watchfloor.alert.RuleDraft;
import org.watchfloor.config.Settings;
import org.watchfloor.config.Site;
import org.watchfloor.engine.Entry;
import org.watchfloor.engine.Sites;
import org.watchfloor.engine.TestClock;
import org.watchfloor.incident.Incident;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.Gap;
import org.watchfloor.model.IncidentId;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.State;
import org.watchfloor.store.Store;

/**
 * Twelve hours of two checks in a real database: at a quarter past each hour {@code front} is slow for two minutes, 400 ms;
 * at 14:00 for ten minutes, and then it has an incident; at 18:00 {@code shop} has one without any sign.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BacktestTest {
    private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");
    private static final int SAMPLES = 2 * 12 * 120;
    private static final Instant END = START.plus(Duration.ofHours(12));
    private static final CheckId FRONT = CheckId.parse("web-1/front");
    private static final CheckId SHOP = CheckId.parse("web-2/shop");

    private final TestClock clock = TestClock.at("2026-01-05T09:00:00Z");
    private final Site site = Sites.site()
            .every(Duration.ofSeconds(30))
            .host("web-1", "front")
            .host("web-2", "shop")
            .build();

    private Store store;

    @BeforeAll
    void record(@TempDir Path directory) throws Exception {
        store = Store.open(directory, Settings.DEFAULT, clock);
        for (Instant at = START; at.isBefore(END); at = at.plusSeconds(30)) {
            store.journal().sample(result(FRONT, at, isSlow(at) ? 400 : 90 + at.getEpochSecond() % 7), State.UP);
            store.journal().sample(result(SHOP, at, 50), State.UP);
        }
        clock.advanceTo(END);
        while (store.journal().figures().written() < SAMPLES) {
            LockSupport.parkNanos(2_000_000);
        }
        Instant two = START.plus(Duration.ofHours(5));
        append(new Entry.IncidentSaved(incident(1, FRONT, two.plusSeconds(240), two.plusSeconds(600))));
        Instant six = START.plus(Duration.ofHours(9));
        append(new Entry.IncidentSaved(incident(2, SHOP, six, six.plusSeconds(600))));
        append(new Entry.GapRecorded(new Gap(
                START.plus(Duration.ofHours(11)).plusSeconds(1),
                START.plus(Duration.ofHours(11)).plusSeconds(29),
                Gap.Cause.SUSPENDED)));
    }

    @AfterAll
    void close() {
        store.close();
    }

    @Test
    void tellsWhenADraftWithALowerLimitWouldHaveFired() throws Exception {
        AlertRule saved = rule("{ when: latency > 1s }");
        AlertRule draft = rule("{ when: latency > 300ms, severity: high }");

        Backtest backtest = run(Question.ofDraft(site, draft, Optional.of(saved), END, Duration.ofDays(30)));

        assertThat(backtest.firings())
                .hasSize(13)
                .allMatch(firing -> firing.subject().id().equals("web-1/front"));
        Firing first = backtest.firings().getFirst();
        assertThat(first.from()).isEqualTo(Instant.parse("2026-01-05T09:15:00.400Z"));
        assertThat(first.to())
                .contains(Instant.parse("2026-01-05T09:17:00.090Z")
                        .plusMillis(Instant.parse("2026-01-05T09:17:00Z").getEpochSecond() % 7));
        assertThat(first.explanation()).isEqualTo("latency of web-1/front is 400 ms > 300 ms");
        assertThat(backtest.firing()).isBetween(Duration.ofMinutes(33), Duration.ofMinutes(35));
        assertThat(backtest.pagesPerWeek()).isBetween(181.0, 183.0);
        assertThat(backtest.difference().orElseThrow().appeared()).hasSize(13);
        assertThat(backtest.difference().orElseThrow().vanished()).isEmpty();
        assertThat(backtest.difference().orElseThrow().before()).isZero();
    }

    @Test
    void tellsWhichIncidentsItWouldHaveMissed() throws Exception {
        Backtest backtest = run(Question.ofSaved(site, rule("{ when: latency > 300ms }"), END, Duration.ofDays(1)));

        assertThat(backtest.found()).extracting(Incident::id).containsExactly(new IncidentId(1));
        assertThat(backtest.missed()).extracting(Incident::id).containsExactly(new IncidentId(2));
    }

    @Test
    void asksNothingOfChecksThatItDoesNotLookAt() throws Exception {
        AlertRule rule = rule("{ when: latency > 300ms, on: { hosts: [web-1] } }");

        Backtest backtest = run(Question.ofSaved(site, rule, END, Duration.ofDays(1)));

        assertThat(backtest.record().checks()).isEqualTo(1);
        assertThat(backtest.missed()).isEmpty();
    }

    @Test
    void suggestsTheShortestForThatLosesNothingThatWasFound() throws Exception {
        Backtest backtest = run(Question.ofSaved(site, rule("{ when: latency > 300ms }"), END, Duration.ofDays(1)));

        assertThat(backtest.suggestion().hold()).contains(Duration.ofMinutes(2));
        assertThat(backtest.suggestion().sentence())
                .contains("Waiting 2 minutes before it fires, 12 of the 12 firings that met no incident");
    }

    @Test
    void suggestsALimitBeyondWhatIsNormal() throws Exception {
        Backtest backtest = run(Question.ofSaved(site, rule("{ when: latency > 93ms }"), END, Duration.ofDays(1)));

        assertThat(backtest.suggestion().when()).contains("latency > 400ms");
        assertThat(backtest.suggestion().sentence())
                .contains(
                        "latency is at most 400 ms but for one value in a thousand: 93 ms lies within what is normal");
    }

    @Test
    void findsNoFaultWithALimitThatMayStay() throws Exception {
        AlertRule rule = rule("{ when: latency > 1s, on: { hosts: [web-1] } }");

        Backtest backtest = run(Question.ofSaved(site, rule, END, Duration.ofHours(6)));

        assertThat(backtest.firings()).isEmpty();
        assertThat(backtest.suggestion().when()).isEmpty();
        assertThat(backtest.suggestion().sentence())
                .contains("1 s may stay", "No incident of these checks is on record");
    }

    @Test
    void saysHowMuchIsOnRecord() throws Exception {
        Backtest backtest = run(Question.ofSaved(site, rule("{ when: latency > 300ms }"), END, Duration.ofDays(30)));

        assertThat(backtest.record().notes()).containsExactly("12 hours of 30 days are on record.");
        assertThat(backtest.record().approximate()).isZero();
        assertThat(backtest.record().samples()).isEqualTo(SAMPLES);
        assertThat(backtest.record().observed()).isEqualTo(Duration.ofHours(12).minusSeconds(28));
    }

    @Test
    void saysWhatItNeedsThatIsNotStored() throws Exception {
        Backtest phase = run(Question.ofSaved(site, rule("{ when: connect > 30ms }"), END, Duration.ofHours(2)));
        Backtest unknown = run(Question.ofSaved(site, rule("{ when: queue > 3 }"), END, Duration.ofHours(2)));

        assertThat(phase.record().notes())
                .containsExactly("How long the phase connect took is not kept, so that it is missing all the time.");
        assertThat(unknown.record().notes())
                .containsExactly(
                        "No check of the rule has ever brought home queue, so that it is missing all the time.");
    }

    @Test
    void countsOnlyTheSpanThatWasAskedFor() throws Exception {
        Instant from = START.plus(Duration.ofHours(5)).plusSeconds(300);
        Question question =
                new Question(site, rule("{ when: latency > 300ms }"), Optional.empty(), from, from.plusSeconds(120));

        Backtest backtest = run(question);

        assertThat(backtest.firings()).singleElement().satisfies(firing -> {
            assertThat(firing.from()).isEqualTo(from);
            assertThat(firing.to()).isEmpty();
        });
        assertThat(backtest.firing()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void looksAtARuleThatIsSwitchedOff() throws Exception {
        AlertRule rule = rule("{ when: latency > 300ms, enabled: false }");

        assertThat(run(Question.ofSaved(site, rule, END, Duration.ofDays(1))).firings())
                .hasSize(13);
    }

    @Test
    void runsOneAtATimeAndCanBeCancelled() throws Exception {
        Backtests backtests = new Backtests(store.history(), store.recordings());
        Question question = Question.ofSaved(
                site, rule("{ each: site, when: 'avg(p95(latency, 1h)) > 300ms' }"), END, Duration.ofDays(30));

        Running running = backtests.start(question).orElseThrow();
        Optional<Running> second = backtests.start(question);
        running.cancel();

        assertThat(second).isEmpty();
        assertThatThrownBy(() -> running.result().get(30, TimeUnit.SECONDS)).isInstanceOf(CancellationException.class);
        long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        Optional<Running> third = backtests.start(question);
        while (third.isEmpty() && System.nanoTime() < until) {
            LockSupport.parkNanos(2_000_000);
            third = backtests.start(question);
        }
        assertThat(third.orElseThrow().result().get(60, TimeUnit.SECONDS).rule().id())
                .isEqualTo("tried");
        assertThat(third.orElseThrow().progress()).isEqualTo(1);
    }

    private Backtest run(Question question) throws Exception {
        return new Backtests(store.history(), store.recordings())
                .start(question)
                .orElseThrow()
                .result()
                .get(60, TimeUnit.SECONDS);
    }

    private void append(Entry entry) {
        long ticket = store.journal().append(List.of(entry));
        while (store.journal().durable() < ticket) {
            LockSupport.parkNanos(2_000_000);
        }
    }

    private static boolean isSlow(Instant at) {
        long second = Duration.between(START, at).toSeconds();
        boolean isQuarterPast = second % 3_600 >= 900 && second % 3_600 < 1_020;
        boolean isBeforeTheIncident = second >= 5 * 3_600 && second < 5 * 3_600 + 600;
        return isQuarterPast || isBeforeTheIncident;
    }

    private static AlertRule rule(String yaml) {
        return switch (RuleDraft.read("tried", yaml)) {
            case RuleDraft.Result.Read(AlertRule rule) -> rule;
            case RuleDraft.Result.Rejected rejected -> throw new AssertionError(rejected.toString());
        };
    }

    private static CheckResult result(CheckId check, Instant at, long millis) {
        return new CheckResult(
                check, at, Duration.ofMillis(millis), Duration.ZERO, Observation.of(new Outcome.Up("fine")));
    }

    private static Incident incident(long id, CheckId check, Instant from, Instant to) {
        return new Incident(
                new IncidentId(id),
                check.host(),
                from,
                from.plusSeconds(60),
                Optional.empty(),
                Optional.of(to),
                Set.of(check),
                check + " is down");
    }
}
