package org.watchfloor.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.LongSupplier;
import org.watchfloor.config.RetryPolicy;
import org.watchfloor.gate.Breaker;
import org.watchfloor.gate.BreakerPolicy;
import org.watchfloor.gate.CallGates;
import org.watchfloor.gate.CallLimit;
import org.watchfloor.gate.CallLimits;
import org.watchfloor.gate.CallRate;
import org.watchfloor.gate.CallResult;
import org.watchfloor.gate.Permission;
import org.watchfloor.gate.Places;
import org.watchfloor.model.HostId;

/**
 * What stands before a call costs it, in one thread: two rate limits (host and protocol), a place, a breaker that takes the
 * result, a retry policy that is asked for a pause. Prints one line of JSON: microseconds per call of all together, and
 * nanoseconds of each.
 */
final class GateBench {
    private static final int CALLS = 1_000_000;
    private static final int WARM_UPS = 3;
    private static final int ROUNDS = 7;
    private static final int HOSTS = 1_000;
    private static final CallRate AMPLE = new CallRate(100_000, Duration.ofMillis(100), Duration.ofMinutes(10));
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");

    private final CallGates gates = new CallGates(Runnable::run);
    private final List<HostId> hosts = new ArrayList<>();
    private final Breaker[] breakers = new Breaker[HOSTS];
    private long held;

    GateBench() {
        for (int host = 0; host < HOSTS; host++) {
            hosts.add(new HostId("host-" + host));
            breakers[host] = Breaker.closed(BreakerPolicy.DEFAULT, NOW);
        }
        CallLimit limit = new CallLimit(
                OptionalInt.of(16), OptionalInt.of(200), Optional.of(Duration.ofSeconds(10)), Optional.of(AMPLE));
        CallLimits limits = new CallLimits(Optional.of(AMPLE), Map.of("ssh", limit), CallLimit.NONE);
        gates.adopt(limits, Set.copyOf(hosts));
    }

    /** A measured call; gives something that depends on all it did. */
    @FunctionalInterface
    private interface Call {
        long of(int host) throws InterruptedException;
    }

    void measure(Figures figures) throws InterruptedException {
        List<Double> micros = new ArrayList<>();
        samples(this::all).forEach(nanos -> micros.add(nanos / 1e3));
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("nanosOfRateLimits", Figures.rounded(Figures.median(samples(this::rates))));
        more.put("nanosOfAPlace", Figures.rounded(Figures.median(samples(_ -> place()))));
        more.put("nanosOfABreaker", Figures.rounded(Figures.median(samples(this::breaker))));
        more.put("nanosOfAPause", Figures.rounded(Figures.median(samples(GateBench::pause))));
        more.put("held", held);
        figures.print("gates", "µs per call", "< 20", micros, more);
    }

    private List<Double> samples(Call call) throws InterruptedException {
        List<Double> samples = new ArrayList<>();
        for (int round = 0; round < WARM_UPS + ROUNDS; round++) {
            double nanos = nanos(call, System::nanoTime);
            if (round >= WARM_UPS) {
                samples.add(nanos);
            }
        }
        return samples;
    }

    private double nanos(Call call, LongSupplier clock) throws InterruptedException {
        long begin = clock.getAsLong();
        for (int number = 0; number < CALLS; number++) {
            held += call.of(number % HOSTS);
        }
        return (double) (clock.getAsLong() - begin) / CALLS;
    }

    private long all(int host) throws InterruptedException {
        return rates(host) + place() + breaker(host) + pause(host);
    }

    private long rates(int host) {
        return gates.ask(hosts.get(host), "ssh") instanceof Permission.Granted ? 1 : 0;
    }

    private long place() throws InterruptedException {
        try (Places.Place _ = gates.steps("ssh").orElseThrow().take().orElseThrow()) {
            return 1;
        }
    }

    private long breaker(int host) {
        CallResult result = host % 7 == 0 ? CallResult.FAILED : CallResult.SUCCEEDED;
        breakers[host] = breakers[host].passed(result, Duration.ofMillis(3), NOW, NOW.plusMillis(3));
        return breakers[host].era();
    }

    private static long pause(int host) {
        return RetryPolicy.DEFAULT.pause(host % 3, host).toMillis();
    }
}
