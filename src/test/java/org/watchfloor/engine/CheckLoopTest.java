package org.watchfloor.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.watchfloor.config.ConfigNode;
import org.watchfloor.config.Settings;
import org.watchfloor.config.Site;
import org.watchfloor.engine.Sites.FakeSpec;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.Waiter;
import org.watchfloor.probe.Probe;
import org.watchfloor.probe.ProbeType;
import org.watchfloor.probe.Probes;

/** The check loop alone, with looks that end when the test says so. */
class CheckLoopTest {
    private static final InstantSource CLOCK = Clock.systemUTC();

    private final Inbox inbox = new Inbox(new Parking());
    private final Gated gated = new Gated();
    private final CheckLoop loop = new CheckLoop(new Probes(List.of(gated)), inbox, CLOCK, new Parking());
    private final Thread thread = Thread.ofPlatform().name("check-loop").unstarted(loop);

    @BeforeEach
    void start() {
        thread.start();
    }

    @AfterEach
    void stop() throws InterruptedException {
        gated.gate.release(1_000_000);
        loop.stop(Duration.ofSeconds(5));
        thread.join(Duration.ofSeconds(5));
        assertThat(thread.isAlive()).isFalse();
    }

    @Test
    void runsNothingThatWasHaltedWhileItWaited() {
        adopt(oneAtATime("a", "b", "c"));
        await().until(() -> waiting() == 2);
        CheckId running = CheckId.parse("web-1/" + gated.started.element());
        List<String> others = List.of("a", "b", "c").stream()
                .filter(name -> !name.equals(running.name()))
                .toList();
        loop.perform(new Effect.Halt(CheckId.parse("web-1/" + others.getFirst())));
        gated.gate.release();

        await().until(() -> gated.started.size() == 2);
        assertThat(gated.started).containsExactly(running.name(), others.getLast());
        await().until(() -> waiting() == 0);
    }

    @Test
    void runsAWaitingCheckThatWasHaltedAndProceeds() {
        adopt(oneAtATime("a", "b"));
        await().until(() -> waiting() == 1);
        CheckId other = CheckId.parse("web-1/" + (gated.started.element().equals("a") ? "b" : "a"));
        loop.perform(new Effect.Halt(other));
        gated.gate.release();
        await().until(() -> waiting() == 0);
        loop.perform(new Effect.Proceed(other));

        await().until(() -> gated.started.contains(other.name()));
    }

    @Test
    void forgetsWhatWasRemovedWhileItWaitedOrRan() throws InterruptedException {
        adopt(oneAtATime("a", "b", "c"));
        await().until(() -> waiting() == 2);
        adopt(oneAtATime("new"));
        gated.gate.release(2);

        await().until(() -> gated.started.size() == 2);
        assertThat(gated.started).last().isEqualTo("new");
        List<Event> results = inbox.take(CLOCK.instant().plusSeconds(5));
        assertThat(results).extracting(CheckLoopTest::name).containsExactly("new");
    }

    @Test
    void startsAtOnceWhatGrownLimitsAllow() {
        adopt(oneAtATime("a", "b", "c"));
        await().until(() -> waiting() == 2);
        adopt(Sites.site().settings(settings(3)).host("web-1", "a", "b", "c").build());

        await().until(() -> gated.started.size() == 3);
        assertThat(waiting()).isZero();
    }

    @Test
    void startsNothingMoreOnceItStops() throws InterruptedException {
        adopt(oneAtATime("a", "b", "c"));
        await().until(() -> waiting() == 2);
        Thread stopper = Thread.ofVirtual().start(this::stopQuietly);
        await().until(() -> !thread.isAlive());
        gated.gate.release(10);
        stopper.join();

        assertThat(gated.started).hasSize(1);
    }

    @Test
    void keepsLatenessAndQueuesBoundedWhenTooMuchIsOffered() throws InterruptedException {
        int checks = 3_000;
        gated.gate.release(1_000_000);
        gated.pause = Duration.ofMillis(200);
        adopt(Sites.site().every(Duration.ofSeconds(1)).hosts(checks).build());
        int results = 0;
        int late = 0;
        Instant end = CLOCK.instant().plusSeconds(12);
        while (CLOCK.instant().isBefore(end)) {
            for (Event event : inbox.take(end)) {
                CheckResult result = ((Event.CheckFinished) event).result();
                results++;
                late += result.lateness().toMillis() > 1_000 ? 1 : 0;
                assertThat(result.lateness()).isLessThan(Duration.ofSeconds(30));
            }
            assertThat(waiting()).isLessThanOrEqualTo(checks);
            assertThat(gated.running.get()).isLessThanOrEqualTo(128);
        }

        assertThat(results).isGreaterThan(2_000);
        assertThat(late).isPositive();
        assertThat(loop.skipped()).isPositive();
    }

    private void stopQuietly() {
        try {
            loop.stop(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void adopt(Site site) {
        loop.perform(new Effect.Adopt(site, Set.of()));
    }

    private int waiting() {
        return loop.lanes().values().stream()
                .mapToInt(EngineFigures.Lane::waiting)
                .sum();
    }

    private static Site oneAtATime(String... checks) {
        return Sites.site().settings(settings(1)).host("web-1", checks).build();
    }

    private static Settings settings(int perHost) {
        return new Settings(Duration.ofDays(1), Duration.ofDays(1), Duration.ofDays(1), perHost, 1_000);
    }

    private static String name(Event event) {
        return ((Event.CheckFinished) event).result().check().name();
    }

    /** Each look takes one permit of the gate, and a pause. */
    private static final class Gated implements ProbeType<FakeSpec> {
        private final Semaphore gate = new Semaphore(0);
        private final Queue<String> started = new ConcurrentLinkedQueue<>();
        private final AtomicInteger running = new AtomicInteger();
        private volatile Duration pause = Duration.ZERO;

        @Override
        public Probe open(FakeSpec spec) {
            return timeout -> {
                running.incrementAndGet();
                started.add(CheckId.parse(spec.name()).name());
                gate.acquire();
                new Semaphore(0).tryAcquire(pause.toNanos(), TimeUnit.NANOSECONDS);
                running.decrementAndGet();
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
