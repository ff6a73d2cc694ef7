package org.watchfloor.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.watchfloor.config.CheckSpec;
import org.watchfloor.config.ConfigNode;
import org.watchfloor.config.Settings;
import org.watchfloor.config.Site;
import org.watchfloor.engine.Sites.FakeSpec;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.Reason;
import org.watchfloor.model.State;
import org.watchfloor.model.Testimony;
import org.watchfloor.model.Waiter;
import org.watchfloor.notify.Notifiers;
import org.watchfloor.probe.Probe;
import org.watchfloor.probe.ProbeType;
import org.watchfloor.probe.Probes;
import org.watchfloor.recovery.action.StepEnd;

/** The engine on its real threads. */
class EngineTest {
    private final MemoryJournal journal = new MemoryJournal();
    private final CountDownLatch hangUntil = new CountDownLatch(1);
    private final Engine engine = engine(new Probes(List.of(new Quick(), new Hanging(hangUntil))));

    @AfterEach
    void stop() throws InterruptedException {
        hangUntil.countDown();
        engine.stop(Duration.ofSeconds(1));
        assertThat(engine.isAlive()).isFalse();
    }

    @Test
    void looksAndPublishes() {
        engine.start();
        engine.load(
                Sites.site().every(Duration.ofSeconds(1)).host("web-1", "front").build());

        await().atMost(Duration.ofSeconds(5))
                .until(() -> engine.snapshots().current().all().state() == State.UP);
        assertThat(journal.samples()).isNotEmpty();
    }

    @Test
    void letsAThousandHangingChecksNotDelayTheOthers() {
        Settings roomy = new Settings(Duration.ofDays(1), Duration.ofDays(1), Duration.ofDays(1), 2_000, 1_000);
        Site hanging = hangingSite(1_000);
        Site quick = Sites.site().every(Duration.ofSeconds(1)).hosts(20).build();
        Site both = new Site(
                List.of(),
                Stream.concat(hanging.hosts().stream(), quick.hosts().stream()).toList(),
                List.of(),
                roomy);
        engine.start();
        engine.load(both);

        await().atMost(Duration.ofSeconds(20)).until(() -> journal.samples().size() >= 60);
        assertThat(journal.samples()).allMatch(sample -> sample.lateness().toMillis() < 1_000);
        assertThat(engine.snapshots().current().figures().lanes())
                .hasEntrySatisfying(
                        "hanging", lane -> assertThat(lane.running()).isLessThanOrEqualTo(128));
    }

    @Test
    void turnsADefectOfAProbeIntoUnknown() {
        Engine defective = engine(new Probes(List.of(new Defective())));
        defective.start();
        defective.load(Sites.site()
                .every(Duration.ofSeconds(1))
                .unhealthyAfter(1)
                .host("web-1", "front")
                .build());

        await().atMost(Duration.ofSeconds(5)).until(() -> journal.samples().size() >= 2);
        assertThat(journal.samples().getFirst().outcome())
                .isEqualTo(new Outcome.Unknown(Reason.INTERNAL, "the probe failed in itself: IllegalStateException"));
        stop(defective);
    }

    @Test
    void interruptsAProbeThatOverrunsItsBudget() {
        engine.start();
        engine.load(hangingSite(1));

        await().atMost(Duration.ofSeconds(10)).until(() -> Hanging.INTERRUPTED.get() > 0);
    }

    @Test
    void neverRunsACheckTwiceAtOnce() {
        Counting counting = new Counting();
        Engine busy = engine(new Probes(List.of(counting)));
        busy.start();
        busy.load(Sites.site().every(Duration.ofSeconds(1)).hosts(50).build());
        CheckId one = CheckId.parse("host-0/check");
        for (int ask = 0; ask < 200; ask++) {
            busy.checkNow(List.of(one));
        }

        await().atMost(Duration.ofSeconds(10)).until(() -> counting.runs.get() > 200);
        assertThat(counting.overlaps.get()).isZero();
        stop(busy);
    }

    @Test
    void drainsWhatRunsBeforeItStops() throws InterruptedException {
        Slow slow = new Slow();
        Engine draining = engine(new Probes(List.of(slow)));
        draining.start();
        draining.load(Sites.site()
                .every(Duration.ofSeconds(10))
                .host("web-1", "front")
                .build());
        assertThat(slow.started.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
        draining.stop(Duration.ofSeconds(5));

        assertThat(journal.samples()).hasSize(1);
    }

    private Engine engine(Probes probes) {
        Surroundings around = new Surroundings(
                Clock.systemUTC(),
                ParkingWaiter::new,
                List::of,
                new Notifiers(List.of()),
                _ -> new Testimony(Clock.systemUTC().instant(), true, List.of()),
                new FakeRecordings(CheckId.parse("web-1/front"), Instant.EPOCH),
                (_, _, _, _) -> StepEnd.succeeded("done"));
        return new Engine(probes, journal, Restored.NOTHING, around);
    }

    private static void stop(Engine engine) {
        try {
            engine.stop(Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Site hangingSite(int count) {
        Sites sites = Sites.site().every(Duration.ofSeconds(60)).timeout(Duration.ofSeconds(1));
        for (int number = 0; number < count; number++) {
            sites.host("ssh-" + number, "hang");
        }
        return sites.build(name -> new HangSpec(name));
    }

    private record HangSpec(String name) implements CheckSpec {
        @Override
        public String summary() {
            return "hangs";
        }
    }

    /** The waiter of the tests; like the program's own. */
    private static final class ParkingWaiter implements Waiter {
        private final Semaphore woken = new Semaphore(0);

        @Override
        public void waitUntil(Instant deadline) throws InterruptedException {
            long left = Duration.between(Clock.systemUTC().instant(), deadline).toNanos();
            if (woken.tryAcquire(Math.max(0, left), TimeUnit.NANOSECONDS)) {
                woken.drainPermits();
            }
        }

        @Override
        public void wake() {
            woken.release();
        }
    }

    private static class Quick implements ProbeType<FakeSpec> {
        @Override
        public Probe open(FakeSpec spec) {
            return timeout -> Observation.of(new Outcome.Up("fine"));
        }

        @Override
        public String key() {
            return "quick";
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

    private static final class Defective extends Quick {
        @Override
        public Probe open(FakeSpec spec) {
            return timeout -> {
                throw new IllegalStateException("a bug");
            };
        }
    }

    private static final class Slow extends Quick {
        private final Semaphore started = new Semaphore(0);

        @Override
        public Probe open(FakeSpec spec) {
            return timeout -> {
                started.release();
                new CountDownLatch(1).await(300, TimeUnit.MILLISECONDS);
                return Observation.of(new Outcome.Up("slow but fine"));
            };
        }
    }

    private static final class Counting extends Quick {
        private final Set<String> running = ConcurrentHashMap.newKeySet();
        private final AtomicInteger overlaps = new AtomicInteger();
        private final AtomicInteger runs = new AtomicInteger();

        @Override
        public Probe open(FakeSpec spec) {
            return timeout -> {
                if (!running.add(spec.name())) {
                    overlaps.incrementAndGet();
                }
                new CountDownLatch(1).await(5, TimeUnit.MILLISECONDS);
                running.remove(spec.name());
                runs.incrementAndGet();
                return Observation.of(new Outcome.Up("fine"));
            };
        }
    }

    private static final class Hanging implements ProbeType<HangSpec> {
        private static final AtomicInteger INTERRUPTED = new AtomicInteger();
        private final CountDownLatch until;

        Hanging(CountDownLatch until) {
            this.until = until;
        }

        @Override
        public Probe open(HangSpec spec) {
            return timeout -> {
                try {
                    until.await();
                    return Observation.of(new Outcome.Up("at last"));
                } catch (InterruptedException e) {
                    INTERRUPTED.incrementAndGet();
                    throw e;
                }
            };
        }

        @Override
        public String key() {
            return "hanging";
        }

        @Override
        public Class<HangSpec> specType() {
            return HangSpec.class;
        }

        @Override
        public HangSpec read(ConfigNode node) {
            return new HangSpec("");
        }
    }
}
