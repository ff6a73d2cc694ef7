package org.watchfloor.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.watchfloor.config.ConfigNode;
import org.watchfloor.config.Site;
import org.watchfloor.engine.Sites.FakeSpec;
import org.watchfloor.gate.BreakerPolicies;
import org.watchfloor.gate.BreakerPolicy;
import org.watchfloor.gate.CallLimit;
import org.watchfloor.gate.CallLimits;
import org.watchfloor.gate.CallRate;
import org.watchfloor.gate.LimitFigures;
import org.watchfloor.gate.Reset;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.Waiter;
import org.watchfloor.probe.Probe;
import org.watchfloor.probe.ProbeType;
import org.watchfloor.probe.Probes;

/** The check loop alone, where limits stand before its looks. */
class CheckLimitsTest {
    private static final InstantSource CLOCK = Clock.systemUTC();
    private static final Duration LONG = Duration.ofMinutes(10);

    private final Inbox inbox = new Inbox(new Parking());
    private final Gated gated = new Gated();
    private final CheckLoop loop = new CheckLoop(new Probes(List.of(gated)), inbox, CLOCK, new Parking());
    private final Thread thread = Thread.ofPlatform().name("check-loop").unstarted(loop);
    private final List<Event> events = new ArrayList<>();

    @BeforeEach
    void start() {
        thread.start();
    }

    @AfterEach
    void stop() throws InterruptedException {
        gated.gate.release(1_000_000);
        loop.stop(Duration.ofSeconds(5));
        thread.join(Duration.ofSeconds(5));
    }

    @Test
    void tellsOfEachLookThatTheRateOfItsHostHeldBack() {
        gated.gate.release(1_000_000);
        adopt(hosts(new CallRate(1, LONG, Duration.ZERO)), BreakerPolicies.DEFAULT, "a", "b");

        await().until(() -> results() == 1 && !heldBack().isEmpty());
        assertThat(heldBack().getFirst().why())
                .isEqualTo("held back by the rate limit of host web-1 (1 call per 10 min)");
        LimitFigures figures = loop.outward().limits().getFirst();
        assertThat(figures.permitted()).isEqualTo(1);
        assertThat(figures.rejected()).isPositive();
    }

    @Test
    void waitsForAPermissionAndMeasuresOnlyTheLook() {
        gated.gate.release(1_000_000);
        adopt(
                hosts(new CallRate(1, Duration.ofMillis(700), Duration.ofSeconds(10))),
                BreakerPolicies.DEFAULT,
                "a",
                "b",
                "c");

        await().until(() -> results() == 3);
        List<CheckResult> results = events.stream()
                .filter(Event.CheckFinished.class::isInstance)
                .map(event -> ((Event.CheckFinished) event).result())
                .toList();
        assertThat(Duration.between(
                        results.getFirst().startedAt(), results.getLast().startedAt()))
                .isGreaterThan(Duration.ofMillis(900));
        assertThat(results).allSatisfy(result -> {
            assertThat(result.latency()).isLessThan(Duration.ofMillis(500));
            assertThat(result.lateness()).isLessThan(Duration.ofMillis(500));
        });
        assertThat(heldBack()).isEmpty();
    }

    @Test
    void makesWhatWasHeldBackForAsLongAsABreakerWouldKeepItsDistance() {
        gated.gate.release(1_000_000);
        BreakerPolicy quick = new BreakerPolicy(
                BreakerPolicy.DEFAULT.trip(),
                BreakerPolicy.DEFAULT.timeout(),
                new Reset(Duration.ofSeconds(2), 1, Duration.ofSeconds(2)));
        adopt(
                hosts(new CallRate(1, LONG, Duration.ZERO)),
                new BreakerPolicies(quick, quick, quick, quick, quick),
                "a",
                "b");

        await().atMost(Duration.ofSeconds(20)).until(() -> results() == 2);
        assertThat(heldBack()).isNotEmpty();
        assertThat(loop.outward().limits().getFirst().forced()).isEqualTo(1);
    }

    @Test
    void keepsToThePlacesThatAreWrittenForAKindAndTellsWhoFoundNone() {
        CallLimit limit = new CallLimit(OptionalInt.of(1), OptionalInt.of(1), Optional.empty(), Optional.empty());
        adopt(
                new CallLimits(Optional.empty(), Map.of("gated", limit), CallLimit.NONE),
                BreakerPolicies.DEFAULT,
                "a",
                "b",
                "c");

        await().until(() -> {
            take();
            return loop.lanes().containsKey("gated")
                    && loop.lanes().get("gated").waiting() == 1
                    && !heldBack().isEmpty();
        });
        assertThat(heldBack().getFirst().why()).isEqualTo("held back by the limit of gated checks (1 at once)");
        assertThat(loop.lanes().get("gated")).isEqualTo(new EngineFigures.Lane(1, 1, 1));
    }

    @Test
    void tellsWhoWaitedTooLongForAPlace() {
        CallLimit limit = new CallLimit(
                OptionalInt.of(1), OptionalInt.empty(), Optional.of(Duration.ofSeconds(1)), Optional.empty());
        adopt(
                new CallLimits(Optional.empty(), Map.of("gated", limit), CallLimit.NONE),
                BreakerPolicies.DEFAULT,
                "a",
                "b");

        await().atMost(Duration.ofSeconds(20)).until(() -> {
            take();
            return !heldBack().isEmpty();
        });
        assertThat(loop.outward().limits().getFirst().rejected()).isPositive();
    }

    @Test
    void takesOverOtherLimitsWhileLooksWait() {
        gated.gate.release(1_000_000);
        adopt(hosts(new CallRate(1, LONG, Duration.ZERO)), BreakerPolicies.DEFAULT, "a", "b");
        await().until(() -> results() == 1 && !heldBack().isEmpty());
        adopt(CallLimits.NONE, BreakerPolicies.DEFAULT, "a", "b");

        await().atMost(Duration.ofSeconds(20)).until(() -> results() == 2);
    }

    private long results() {
        take();
        return events.stream().filter(Event.CheckFinished.class::isInstance).count();
    }

    private List<Event.HeldBack> heldBack() {
        return events.stream()
                .filter(Event.HeldBack.class::isInstance)
                .map(Event.HeldBack.class::cast)
                .toList();
    }

    private void take() {
        try {
            events.addAll(inbox.take(CLOCK.instant()));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void adopt(CallLimits limits, BreakerPolicies breakers, String... checks) {
        Site plain =
                Sites.site().every(Duration.ofMinutes(5)).host("web-1", checks).build();
        Site site = new Site(
                plain.groups(),
                plain.hosts(),
                plain.services(),
                plain.settings(),
                Map.of(CallLimits.class, limits, BreakerPolicies.class, breakers));
        loop.perform(new Effect.Adopt(site, Set.of()));
    }

    private static CallLimits hosts(CallRate rate) {
        return new CallLimits(Optional.of(rate), Map.of(), CallLimit.NONE);
    }

    /** Each look takes one permit of the gate. */
    private static final class Gated implements ProbeType<FakeSpec> {
        private final Semaphore gate = new Semaphore(0);

        @Override
        public Probe open(FakeSpec spec) {
            return timeout -> {
                gate.acquire();
                return Observation.of(new Outcome.Up("fine"));
            };
        }

        @Override
        public String key() {
            return "gated";
        }

        @Override
        public Class<FakeSpec> specType() {
            return FakeSpec.class;
        }

        @Override
        public FakeSpec read(ConfigNode node) {
            return new FakeSpec("");
        }
    }

    private static final class Parking implements Waiter {
        private final Semaphore woken = new Semaphore(0);

        @Override
        public void waitUntil(Instant deadline) throws InterruptedException {
            long left = Duration.between(CLOCK.instant(), deadline).toNanos();
            if (woken.tryAcquire(Math.max(0, left), TimeUnit.NANOSECONDS)) {
                woken.drainPermits();
            }
        }

        @Override
        public void wake() {
            woken.release();
        }
    }
}
