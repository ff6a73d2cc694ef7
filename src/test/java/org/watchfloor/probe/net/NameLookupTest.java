package org.watchfloor.probe.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lookups that never overrun their budget, whatever the resolver does. */
class NameLookupTest {
    private static final Executor THREADS = task -> Thread.ofPlatform().daemon().start(task);

    @Test
    void takesAddressesAsTheyAre() throws Exception {
        NameLookup names = new NameLookup(
                host -> {
                    throw new UnknownHostException(host + " was looked up");
                },
                THREADS);

        assertThat(names.lookup("127.0.0.1", soon())).containsExactly(InetAddress.ofLiteral("127.0.0.1"));
        assertThat(names.lookup("::1", soon())).containsExactly(InetAddress.ofLiteral("::1"));
        assertThat(NameLookup.isAddress("10.0.0.7")).isTrue();
        assertThat(NameLookup.isAddress("web7")).isFalse();
        assertThat(NameLookup.isAddress("")).isFalse();
    }

    @Test
    void asksTheSystem() throws Exception {
        assertThat(NameLookup.ofSystem().lookup("localhost", soon()))
                .isNotEmpty()
                .allMatch(InetAddress::isLoopbackAddress);
    }

    @ParameterizedTest
    @CsvSource({
        "gone.example, ''",
        "gone.example: Name or service not known, ': Name or service not known'",
        "the server is ill, ': the server is ill'"
    })
    void namesWhatIsNotFoundOnce(String thrown, String reason) {
        NameLookup names = new NameLookup(
                _ -> {
                    throw new UnknownHostException(thrown);
                },
                THREADS);

        assertThatThrownBy(() -> names.lookup("gone.example", soon()))
                .isInstanceOf(UnknownHostException.class)
                .hasMessage("name \"gone.example\" not found" + reason);
    }

    @Test
    void leavesAResolverThatHangs() {
        CountDownLatch never = new CountDownLatch(1);
        NameLookup names = new NameLookup(_ -> hang(never), THREADS);
        long start = System.nanoTime();

        assertThatThrownBy(() -> names.lookup("slow.example", Deadline.in(Duration.ofMillis(200))))
                .isInstanceOf(UnknownHostException.class)
                .hasMessage("name \"slow.example\" not found: no answer from the name service within 200 ms");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        never.countDown();
    }

    @Test
    void asksOnceForLooksAtTheSameTime() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        NameLookup names = new NameLookup(
                _ -> {
                    asked.incrementAndGet();
                    return hang(answer);
                },
                THREADS);
        assertThatThrownBy(() -> names.lookup("a.example", Deadline.in(Duration.ofMillis(50))))
                .isInstanceOf(UnknownHostException.class);
        assertThatThrownBy(() -> names.lookup("a.example", Deadline.in(Duration.ofMillis(50))))
                .isInstanceOf(UnknownHostException.class);

        answer.countDown();

        assertThat(names.lookup("a.example", soon())).hasSize(1);
        assertThat(asked.get()).isBetween(1, 2);
    }

    @Test
    void asksAgainForALaterLook() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        NameLookup names = new NameLookup(
                _ -> {
                    asked.incrementAndGet();
                    return List.of(InetAddress.getLoopbackAddress());
                },
                Runnable::run);

        names.lookup("a.example", soon());
        names.lookup("a.example", soon());

        assertThat(asked).hasValue(2);
    }

    @Test
    void saysWhatTheResolverSaid() {
        NameLookup names = new NameLookup(
                host -> {
                    throw new UnknownHostException(host + ": Temporary failure in name resolution");
                },
                Runnable::run);

        assertThatThrownBy(() -> names.lookup("a.example", soon()))
                .hasMessage("name \"a.example\" not found: Temporary failure in name resolution");
    }

    private static List<InetAddress> hang(CountDownLatch latch) throws UnknownHostException {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
            return List.of(InetAddress.getLoopbackAddress());
        } catch (InterruptedException _) {
            throw new UnknownHostException("interrupted");
        }
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(5));
    }
}
