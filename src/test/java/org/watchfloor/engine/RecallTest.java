package org.watchfloor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.watchfloor.alert.Verdict;
import org.watchfloor.alert.condition.Samples;
import org.watchfloor.alert.condition.Sight;
import org.watchfloor.config.Site;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.State;
import org.watchfloor.model.Timings;

/** Rules that look back wait until the past was read back, and others do not. */
class RecallTest {
    private static final CheckId FRONT = CheckId.parse("web-1/front");
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final TestClock clock = TestClock.at("2026-01-05T09:00:00Z");
    private final Decider decider = new Decider();
    private EngineState state = EngineState.empty(clock.instant());

    @Test
    void isAskedForOfChecksWithRulesThatLookBack() {
        List<Effect> effects = tell(new Event.SiteLoaded(site("{ when: 'avg(latency, 5m) > 1s' }")));

        assertThat(asked(effects)).hasSize(1);
        assertThat(asked(effects).getFirst().wanted()).containsKey(FRONT).hasSize(4);
        assertThat(asked(effects).getFirst().wanted().values())
                .allSatisfy(needs -> assertThat(needs.longest()).isEqualTo(WINDOW));
    }

    @Test
    void isNotAskedForWhereNothingLooksBack() {
        List<Effect> effects = tell(new Event.SiteLoaded(site("{ when: latency > 1s }")));

        assertThat(asked(effects)).isEmpty();
    }

    @Test
    void isAskedForAgainByALongerWindowOnly() {
        Site five = site("{ when: 'avg(latency, 5m) > 1s' }");
        answer(tell(new Event.SiteLoaded(five)), Map.of());

        assertThat(asked(tell(new Event.SiteLoaded(site("{ when: 'p95(latency, 2m) > 2s' }")))))
                .isEmpty();
        assertThat(asked(tell(new Event.SiteLoaded(site("{ when: 'avg(latency, 6m) > 1s' }")))))
                .hasSize(1);
    }

    @Test
    void holdsUpRulesThatLookBack() {
        Recall recall = asked(tell(new Event.SiteLoaded(
                        site("{ when: 'avg(latency, 5m) > 1s or state == DOWN', missing: alert }"))))
                .getFirst();

        assertThat(fired(result(90))).isEmpty();
        assertThat(fired(new Event.PastRecalled(recall, Map.of()))).containsExactly("web-1/front");
    }

    @Test
    void goesBeforeWhatHasComeSince() {
        Recall recall = asked(tell(new Event.SiteLoaded(site("{ when: 'count(latency, 5m) >= 12' }"))))
                .getFirst();
        Samples samples = Samples.NONE;
        for (int seconds = 200; seconds > 0; seconds -= 20) {
            samples = samples.with(clock.instant().minusSeconds(seconds), 90, WINDOW);
        }
        clock.advance(Duration.ofSeconds(1));
        tell(result(90));
        clock.advance(Duration.ofSeconds(20));
        tell(result(90));

        List<String> fired = fired(new Event.PastRecalled(
                recall, Map.of(FRONT, new Recall.Past(Map.of("latency", samples), State.UP))));

        assertThat(fired).containsExactly("web-1/front");
    }

    @Test
    void leavesOutAnOutageThatHasEndedMeanwhile() {
        Recall recall = asked(tell(new Event.SiteLoaded(site("{ when: 'avg(failed, 5m) > 5%' }"))))
                .getFirst();
        Samples failed = Samples.NONE;
        for (int seconds = 300; seconds > 0; seconds -= 20) {
            failed = failed.with(clock.instant().minusSeconds(seconds), 1, WINDOW);
        }
        tell(result(90));

        List<String> fired = fired(new Event.PastRecalled(
                recall, Map.of(FRONT, new Recall.Past(Map.of(Sight.FAILED, failed), State.DOWN))));

        assertThat(fired).isEmpty();
    }

    @Test
    void countsOnlyIfItIsStillWaitedFor() {
        String missing = "missing: alert }";
        Recall first = asked(tell(new Event.SiteLoaded(site("{ when: 'avg(latency, 5m) > 1s', " + missing))))
                .getFirst();
        Recall second = asked(tell(new Event.SiteLoaded(site("{ when: 'avg(latency, 9m) > 1s', " + missing))))
                .getFirst();
        tell(result(90));

        assertThat(fired(new Event.PastRecalled(first, Map.of()))).isEmpty();
        assertThat(fired(new Event.PastRecalled(second, Map.of()))).hasSize(1);
    }

    private void answer(List<Effect> effects, Map<CheckId, Recall.Past> found) {
        asked(effects).forEach(recall -> tell(new Event.PastRecalled(recall, found)));
    }

    private List<Effect> tell(Event event) {
        Decision decision = decider.decide(state, event, clock.instant());
        state = decision.next();
        return decision.effects();
    }

    /** About what alerts fired. */
    private List<String> fired(Event event) {
        return tell(event).stream()
                .flatMap(effect -> effect instanceof Effect.Write(Entry.VerdictAdded(Verdict verdict))
                                && verdict.kind() == Verdict.Kind.FIRED
                        ? Stream.of(verdict.subject().toString())
                        : Stream.empty())
                .toList();
    }

    private Event result(int latency) {
        return new Event.CheckFinished(new CheckResult(
                FRONT,
                clock.instant().minusMillis(latency),
                Duration.ofMillis(latency),
                Duration.ZERO,
                new Observation(new Outcome.Up("fine"), Timings.NONE, List.of(), List.of())));
    }

    private static List<Recall> asked(List<Effect> effects) {
        return effects.stream()
                .flatMap(
                        effect -> effect instanceof Effect.ReadBack(Recall recall) ? Stream.of(recall) : Stream.empty())
                .toList();
    }

    private static Site site(String rule) {
        return RecordedSites.of(rule);
    }
}
