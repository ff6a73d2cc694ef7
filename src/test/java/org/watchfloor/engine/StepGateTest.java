package org.watchfloor.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.watchfloor.gate.CallGates;
import org.watchfloor.gate.CallLimit;
import org.watchfloor.gate.CallLimits;
import org.watchfloor.gate.CallRate;
import org.watchfloor.model.HostId;
import org.watchfloor.recovery.action.ActionId;
import org.watchfloor.recovery.action.Part;
import org.watchfloor.recovery.action.StepEnd;
import org.watchfloor.recovery.step.Line;
import org.watchfloor.recovery.step.StepSpec;
import org.watchfloor.recovery.text.Values;

/** Steps of actions where limits stand before them. */
class StepGateTest {
    private static final HostId WEB = new HostId("web-1");
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final StepEnd DONE = StepEnd.succeeded("done");

    private final CallGates gates = new CallGates(Runnable::run);
    private final AtomicInteger begun = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);
    private final StepGate steps = new StepGate(gates, (_, _, _, _) -> {
        begun.incrementAndGet();
        end.await();
        return DONE;
    });

    /** Neither SSH nor HTTP: counted as a command. */
    private record Local() implements StepSpec {
        @Override
        public String summary() {
            return "do it";
        }

        @Override
        public List<Line> preview(Values values) {
            return List.of();
        }
    }

    @Test
    void beginsAtOnceWhereNothingIsLimited() throws Exception {
        end.countDown();

        assertThat(perform()).isEqualTo(DONE);
    }

    @Test
    void failsWithoutHavingBegunWhenTheHostMayNotBeAsked() throws Exception {
        end.countDown();
        gates.adopt(
                new CallLimits(Optional.of(new CallRate(1, LONG, Duration.ZERO)), Map.of(), CallLimit.NONE),
                Set.of(WEB));
        perform();

        assertThat(perform().message())
                .isEqualTo("not begun: held back by the rate limit of host web-1 (1 call per 10 min)");
        assertThat(begun).hasValue(1);
    }

    @Test
    void waitsForItsTurn() throws Exception {
        end.countDown();
        CallRate rate = new CallRate(1, Duration.ofMillis(500), Duration.ofSeconds(5));
        gates.adopt(new CallLimits(Optional.of(rate), Map.of(), CallLimit.NONE), Set.of(WEB));
        perform();
        perform();
        long second = System.nanoTime();
        perform();

        assertThat(Duration.ofNanos(System.nanoTime() - second)).isGreaterThan(Duration.ofMillis(300));
        assertThat(begun).hasValue(3);
    }

    @Test
    void waitsForAPlaceAndFailsWhenTooManyWait() throws Exception {
        CallLimit limit = new CallLimit(OptionalInt.of(1), OptionalInt.of(1), Optional.of(LONG), Optional.empty());
        gates.adopt(new CallLimits(Optional.empty(), Map.of("command", limit), CallLimit.NONE), Set.of(WEB));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<StepEnd> first = threads.submit(this::perform);
            await().until(() -> begun.get() == 1);
            Future<StepEnd> second = threads.submit(this::perform);
            await().until(() -> gates.figures().getFirst().waiting() == 1);

            assertThat(perform().message()).isEqualTo("not begun: held back by the limit of command steps (1 at once)");
            end.countDown();
            assertThat(first.get()).isEqualTo(DONE);
            assertThat(second.get()).isEqualTo(DONE);
        }
    }

    private StepEnd perform() throws InterruptedException {
        Effect.Perform step = new Effect.Perform(new ActionId(1), WEB, Part.STEPS, 0, new Local(), Values.NONE, LONG);
        return steps.perform(step, _ -> {});
    }
}
