package org.watchfloor.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
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
 * What stands before a call: two rate limits (of the host and of the protocol), a place, a breaker that takes the result,
 * a retry policy that is asked for a pause. Each call is for the next of a thousand hosts and is granted, if not at once
 * then for later, which costs the same. Confined to one thread; public and open because what JMH generates extends it.
 */
@State(Scope.Thread)
public class GateCalls {
    private static final int HOSTS = 1_000;
    private static final CallRate AMPLE = new CallRate(100_000, Duration.ofMillis(100), Duration.ofMinutes(10));
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");

    private final CallGates gates = new CallGates(Runnable::run);
    private final List<HostId> hosts = new ArrayList<>();
    private final Breaker[] breakers = new Breaker[HOSTS];
    private int last;

    public GateCalls() {
        for (int host = 0; host < HOSTS; host++) {
            hosts.add(new HostId("host-" + host));
            breakers[host] = Breaker.closed(BreakerPolicy.DEFAULT, NOW);
        }
        CallLimit limit = new CallLimit(
                OptionalInt.of(16), OptionalInt.of(200), Optional.of(Duration.ofSeconds(10)), Optional.of(AMPLE));
        CallLimits limits = new CallLimits(Optional.of(AMPLE), Map.of("ssh", limit), CallLimit.NONE);
        gates.adopt(limits, Set.copyOf(hosts));
    }

    @Benchmark
    public void all(Blackhole hole) throws InterruptedException {
        int host = next();
        hole.consume(rates(host));
        hole.consume(place());
        hole.consume(breaker(host));
        hole.consume(pause(host));
    }

    @Benchmark
    public Permission rates() {
        return rates(next());
    }

    @Benchmark
    public Places.Place place() throws InterruptedException {
        try (Places.Place place = gates.steps("ssh").orElseThrow().take().orElseThrow()) {
            return place;
        }
    }

    @Benchmark
    public Breaker breaker() {
        return breaker(next());
    }

    @Benchmark
    public Duration pause() {
        return pause(next());
    }

    private int next() {
        last = (last + 1) % HOSTS;
        return last;
    }

    private Permission rates(int host) {
        return gates.ask(hosts.get(host), "ssh");
    }

    private Breaker breaker(int host) {
        CallResult result = host % 7 == 0 ? CallResult.FAILED : CallResult.SUCCEEDED;
        breakers[host] = breakers[host].passed(result, Duration.ofMillis(3), NOW, NOW.plusMillis(3));
        return breakers[host];
    }

    private static Duration pause(int host) {
        return RetryPolicy.DEFAULT.pause(host % 3, host);
    }
}
