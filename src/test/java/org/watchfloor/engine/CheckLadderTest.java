package org.watchfloor.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.watchfloor.config.Check;
import org.watchfloor.config.ConfigNode;
import org.watchfloor.config.Site;
import org.watchfloor.engine.Sites.FakeSpec;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.Rung;
import org.watchfloor.model.Waiter;
import org.watchfloor.probe.Ladder;
import org.watchfloor.probe.Probe;
import org.watchfloor.probe.ProbeType;
import org.watchfloor.probe.Probes;

/** Descents beside the looks of the check loop, which end when the test says so. */
class CheckLadderTest {
    private static final InstantSource CLOCK = Clock.systemUTC();
    private static final Instant SINCE = Instant.parse("2026-01-05T09:00:00Z");

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
        loop.stop(Duration.ofSeconds(5));
        thread.join(Duration.ofSeconds(5));
        assertThat(thread.isAlive()).isFalse();
    }

    @Test
    void goesDownAFewLaddersAtOnceAndAllInTheEnd() throws InterruptedException {
        Site site = adopt(Sites.site().every(Duration.ofHours(1)).hosts(100).build());
        site.checks().forEach(this::diagnose);
        await().until(() -> gated.waitingAtTheGate() == Ladders.AT_ONCE);
        gated.gate.release(1_000);

        assertThat(answers(100)).doesNotHaveDuplicates().hasSize(100);
        assertThat(gated.most.get()).isEqualTo(Ladders.AT_ONCE);
    }

    @Test
    void leavesRoomForTheLooksOfAHostThatFailsAltogether() throws InterruptedException {
        String[] names = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"};
        Site site = adopt(
                Sites.site().every(Duration.ofHours(1)).host("web-1", names).build());
        await().until(() -> gated.looks.get() >= 10);
        site.checks().forEach(this::diagnose);
        await().until(() -> gated.waitingAtTheGate() == Ladders.AT_ONCE_PER_HOST);
        loop.perform(new Effect.RunNow(site.checks().stream().map(Check::id).toList()));

        await().until(() -> gated.looks.get() >= 20);
        assertThat(gated.waitingAtTheGate()).isEqualTo(Ladders.AT_ONCE_PER_HOST);
    }

    @Test
    void endsADescentThatIsCalledOff() throws InterruptedException {
        Site site = adopt(Sites.site().every(Duration.ofHours(1)).hosts(20).build());
        site.checks().forEach(this::diagnose);
        await().until(() -> gated.waitingAtTheGate() == Ladders.AT_ONCE);
        String running = gated.begun.element();
        loop.perform(new Effect.CallOff(CheckId.parse(running)));

        await().until(() -> gated.interrupted.contains(running));
        await().until(() -> gated.begun.size() == Ladders.AT_ONCE + 1);
    }

    @Test
    void endsTheDescentsOfChecksThatAreRemovedOrHalted() throws InterruptedException {
        Site site = adopt(Sites.site().every(Duration.ofHours(1)).hosts(4).build());
        site.checks().forEach(this::diagnose);
        await().until(() -> gated.waitingAtTheGate() == 4);
        String halted = gated.begun.element();
        loop.perform(new Effect.Halt(CheckId.parse(halted)));
        await().until(() -> gated.interrupted.contains(halted));
        adopt(Site.EMPTY);

        await().until(() -> gated.interrupted.size() == 4);
    }

    @Test
    void endsAllDescentsAtOnceWhenItStops() throws InterruptedException {
        Site site = adopt(Sites.site().every(Duration.ofHours(1)).hosts(20).build());
        site.checks().forEach(this::diagnose);
        await().until(() -> gated.waitingAtTheGate() == Ladders.AT_ONCE);
        Instant begun = CLOCK.instant();
        loop.stop(Duration.ofSeconds(30));

        assertThat(Duration.between(begun, CLOCK.instant())).isLessThan(Duration.ofSeconds(5));
        assertThat(gated.begun).hasSize(Ladders.AT_ONCE);
    }

    @Test
    void answersThatNothingCanBeFoundOutWhereThereIsNoLadder() throws InterruptedException {
        Site site = adopt(Sites.site().every(Duration.ofHours(1)).hosts(1).build());
        gated.hasLadder = false;
        diagnose(site.checks().getFirst());

        assertThat(answers(1)).hasSize(1);
        assertThat(gated.begun).isEmpty();
    }

    private Site adopt(Site site) {
        loop.perform(new Effect.Adopt(site, Set.of()));
        return site;
    }

    private void diagnose(Check check) {
        loop.perform(new Effect.Diagnose(check.id(), SINCE, Optional.empty()));
    }

    private List<CheckId> answers(int count) throws InterruptedException {
        List<CheckId> answers = new ArrayList<>();
        Instant end = CLOCK.instant().plusSeconds(20);
        while (answers.size() < count && CLOCK.instant().isBefore(end)) {
            for (Event event : inbox.take(CLOCK.instant().plusMillis(100))) {
                if (event instanceof Event.DiagnosisFinished finished) {
                    answers.add(finished.check());
                }
            }
        }
        return answers;
    }

    /** Looks end at once; each descent takes one permit of the gate. */
    private static final class Gated implements ProbeType<FakeSpec> {
        private final Semaphore gate = new Semaphore(0);
        private final AtomicInteger looks = new AtomicInteger();
        private final AtomicInteger underWay = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();
        private final Queue<String> begun = new ConcurrentLinkedQueue<>();
        private final Queue<String> interrupted = new ConcurrentLinkedQueue<>();
        private volatile boolean hasLadder = true;

        int waitingAtTheGate() {
            return gate.getQueueLength();
        }

        @Override
        public Probe open(FakeSpec spec) {
            return _ -> {
                looks.incrementAndGet();
                return Observation.of(new Outcome.Up("fine"));
            };
        }

        @Override
        public Optional<Ladder> ladder(FakeSpec spec) {
            return hasLadder ? Optional.of((_, _) -> descend(spec)) : Optional.empty();
        }

        private List<Rung> descend(FakeSpec spec) throws InterruptedException {
            begun.add(spec.name());
            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            try {
                gate.acquire();
                return List.of();
            } catch (InterruptedException e) {
                interrupted.add(spec.name());
                throw e;
            } finally {
                underWay.decrementAndGet();
            }
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
            throw new UnsupportedOperationException("not read in this test");
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
