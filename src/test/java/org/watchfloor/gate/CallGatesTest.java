package org.watchfloor.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.watchfloor.model.HostId;

class CallGatesTest {
    private static final HostId WEB = new HostId("web-1");
    private static final HostId DB = new HostId("db-1");
    private static final Duration LONG = Duration.ofMinutes(10);

    private final CallGates gates = new CallGates(task -> Thread.ofVirtual().start(task));

    @Test
    void letsEverythingPassWhereNothingIsLimited() {
        assertThat(gates.ask(WEB, "http")).isEqualTo(Permission.Granted.NOW);
        assertThat(gates.steps("ssh")).isEmpty();
        assertThat(gates.channels()).isEmpty();
        assertThat(gates.figures()).isEmpty();
    }

    @Test
    void holdsBackWhatWouldWaitTooLongAndSaysWhy() {
        adopt(hosts(2, LONG, Duration.ZERO));

        assertThat(gates.ask(WEB, "http")).isEqualTo(Permission.Granted.NOW);
        assertThat(gates.ask(WEB, "tcp")).isEqualTo(Permission.Granted.NOW);
        assertThat(gates.ask(WEB, "ssh"))
                .isEqualTo(new Permission.Refused("held back by the rate limit of host web-1 (2 calls per 10 min)"));
        assertThat(gates.ask(DB, "ssh")).isEqualTo(Permission.Granted.NOW);
    }

    @Test
    void tellsHowLongToWaitAndCountsWhoDoes() {
        adopt(hosts(1, Duration.ofMinutes(1), LONG));
        gates.ask(WEB, "http");

        Permission second = gates.ask(WEB, "http");
        Permission third = gates.ask(WEB, "http");

        assertThat(after(second)).isPositive().isLessThanOrEqualTo(Duration.ofMinutes(1));
        assertThat(after(third).minus(after(second))).isBetween(Duration.ofSeconds(59), Duration.ofSeconds(61));
        LimitFigures figures = gates.figures().getFirst();
        assertThat(figures.permitted()).isEqualTo(3);
        assertThat(figures.waited()).isEqualTo(2);
        assertThat(figures.waiting()).isEqualTo(2);
        assertThat(figures.rejected()).isZero();
    }

    @Test
    void asksTheProtocolToo() {
        CallLimit once = new CallLimit(
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.of(new CallRate(1, LONG, Duration.ZERO)));
        adopt(new CallLimits(Optional.empty(), Map.of("ssh", once), CallLimit.NONE));
        gates.ask(WEB, "ssh");

        assertThat(gates.ask(DB, "ssh"))
                .isEqualTo(new Permission.Refused("held back by the rate limit of ssh (1 call per 10 min)"));
        assertThat(gates.ask(DB, "http")).isEqualTo(Permission.Granted.NOW);
    }

    @Test
    void keepsWhatWasPermittedWhenLimitsChange() {
        adopt(hosts(2, LONG, Duration.ZERO));
        gates.ask(WEB, "http");
        gates.ask(WEB, "http");
        adopt(hosts(3, LONG, Duration.ZERO));

        assertThat(gates.figures().getFirst().permitted()).isEqualTo(2);
        assertThat(gates.ask(WEB, "http")).isInstanceOf(Permission.Refused.class);
        adopt(CallLimits.NONE);
        assertThat(gates.ask(WEB, "http")).isEqualTo(Permission.Granted.NOW);
    }

    @Test
    void takesOverAnotherPeriodAtOnce() {
        adopt(hosts(1, LONG, Duration.ZERO));
        gates.ask(WEB, "http");
        adopt(hosts(1, Duration.ofMillis(100), Duration.ofSeconds(1)));

        assertThat(gates.ask(WEB, "http")).isInstanceOf(Permission.Granted.class);
    }

    @Test
    void forgetsHostsThatAreGone() {
        adopt(hosts(2, LONG, Duration.ZERO));
        gates.ask(WEB, "http");
        gates.ask(DB, "http");
        gates.adopt(hosts(2, LONG, Duration.ZERO), Set.of(DB));

        assertThat(gates.figures()).extracting(LimitFigures::of).containsExactly("host db-1");
    }

    @Test
    void letsSoManyStepsInAndHoldsBackWhoFindsTheQueueFull() throws Exception {
        adopt(ssh(2, 1, LONG));
        Places places = gates.steps("ssh").orElseThrow();
        Places.Place first = places.take().orElseThrow();
        Places.Place second = places.take().orElseThrow();
        CountDownLatch got = new CountDownLatch(1);
        Thread waiter = Thread.startVirtualThread(() -> {
            try (Places.Place _ = places.take().orElseThrow()) {
                got.countDown();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        await().until(() -> places.figures().waiting() == 1);

        assertThat(places.take()).isEmpty();
        assertThat(places.why()).isEqualTo("held back by the limit of ssh steps (2 at once)");
        first.close();
        got.await();
        waiter.join();
        second.close();
        LimitFigures figures = places.figures();
        assertThat(figures.permitted()).isEqualTo(3);
        assertThat(figures.waited()).isEqualTo(1);
        assertThat(figures.rejected()).isEqualTo(1);
        assertThat(figures.concurrent() + figures.waiting()).isZero();
    }

    @Test
    void givesUpAfterTheWait() throws Exception {
        adopt(ssh(1, 10, Duration.ofMillis(50)));
        Places places = gates.steps("ssh").orElseThrow();

        try (Places.Place _ = places.take().orElseThrow()) {
            assertThat(places.take()).isEmpty();
        }
        assertThat(places.take()).isPresent();
    }

    @Test
    void growsAndShrinksWhileStepsAreUnderWay() throws Exception {
        adopt(ssh(1, 0, LONG));
        Places places = gates.steps("ssh").orElseThrow();
        List<Places.Place> taken = new ArrayList<>();
        taken.add(places.take().orElseThrow());
        assertThat(places.take()).isEmpty();
        adopt(ssh(3, 0, LONG));
        await().until(() -> places.figures().limit().equals("3 at once"));
        AtomicInteger more = new AtomicInteger();
        await().until(() -> {
            places.take().ifPresent(place -> {
                taken.add(place);
                more.incrementAndGet();
            });
            return more.get() == 2;
        });
        adopt(ssh(1, 0, LONG));
        taken.forEach(Places.Place::close);

        await().until(() -> places.figures().limit().equals("1 at once"));
        assertThat(gates.steps("ssh")).contains(places);
        await().until(() -> {
            Optional<Places.Place> one = places.take();
            boolean isOne = one.isPresent() && places.take().isEmpty();
            one.ifPresent(Places.Place::close);
            return isOne;
        });
    }

    @Test
    void isLeftByAnInterrupt() throws Exception {
        adopt(ssh(1, 10, LONG));
        Places places = gates.steps("ssh").orElseThrow();
        AtomicInteger interrupted = new AtomicInteger();
        try (Places.Place _ = places.take().orElseThrow()) {
            Thread waiter = Thread.startVirtualThread(() -> {
                try {
                    places.take();
                } catch (InterruptedException e) {
                    interrupted.incrementAndGet();
                }
            });
            await().until(() -> places.figures().waiting() == 1);
            waiter.interrupt();
            waiter.join();
        }

        assertThat(interrupted).hasValue(1);
        assertThat(places.figures().rejected()).isZero();
    }

    private void adopt(CallLimits limits) {
        gates.adopt(limits, Set.of(WEB, DB));
    }

    private static CallLimits hosts(int calls, Duration per, Duration wait) {
        return new CallLimits(Optional.of(new CallRate(calls, per, wait)), Map.of(), CallLimit.NONE);
    }

    private static CallLimits ssh(int concurrent, int queue, Duration wait) {
        CallLimit limit =
                new CallLimit(OptionalInt.of(concurrent), OptionalInt.of(queue), Optional.of(wait), Optional.empty());
        return new CallLimits(Optional.empty(), Map.of("ssh", limit), CallLimit.NONE);
    }

    private static Duration after(Permission permission) {
        return ((Permission.Granted) permission).after();
    }
}
