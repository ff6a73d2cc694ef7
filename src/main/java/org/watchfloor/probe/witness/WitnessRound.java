package org.watchfloor.probe.witness;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.watchfloor.config.Witnesses;
import org.watchfloor.model.Testimony;
import org.watchfloor.model.Testimony.Answer;

/**
 * Asks all witnesses of the own network at once. A gateway answers an echo (ICMP where the system allows it, else TCP
 * port 7, where a refusal is an answer); a service outside accepts or refuses a connection. Safe for use by any thread.
 */
public final class WitnessRound {
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private final InstantSource clock;
    private final Path routes;
    private final ThreadFactory threads;

    /** @param threads one for each witness and round */
    public WitnessRound(InstantSource clock, ThreadFactory threads) {
        this(clock, Path.of("/proc/net/route"), threads);
    }

    WitnessRound(InstantSource clock, Path routes, ThreadFactory threads) {
        this.clock = clock;
        this.routes = routes;
        this.threads = threads;
    }

    /** One who is asked. */
    private record Witness(String name, boolean isOutside, BooleanSupplier answers) {}

    /** Who has not answered after two seconds is silent. */
    public Testimony hear(Witnesses witnesses) throws InterruptedException {
        Instant startedAt = clock.instant();
        List<Witness> all = new ArrayList<>();
        gateway(witnesses)
                .ifPresent(address ->
                        all.add(new Witness("gateway " + address.getHostAddress(), false, () -> echoes(address))));
        witnesses.outside().forEach(place -> all.add(new Witness(place.toString(), true, () -> connects(place))));
        Map<String, Boolean> answers = new ConcurrentHashMap<>();
        CountDownLatch open = new CountDownLatch(all.size());
        for (Witness witness : all) {
            threads.newThread(() -> {
                        if (witness.answers().getAsBoolean()) {
                            answers.put(witness.name(), true);
                        }
                        open.countDown();
                    })
                    .start();
        }
        // who is not back by then, such as one whose name is still being looked up, has not answered
        boolean _ = open.await(PATIENCE.plusMillis(500).toMillis(), TimeUnit.MILLISECONDS);
        return new Testimony(
                startedAt,
                hasInterface(),
                all.stream()
                        .map(witness ->
                                new Answer(witness.name(), witness.isOutside(), answers.containsKey(witness.name())))
                        .toList());
    }

    private Optional<InetAddress> gateway(Witnesses witnesses) {
        if (!witnesses.asksGateway()) {
            return Optional.empty();
        }
        return witnesses.gateway().isPresent()
                ? witnesses.gateway().flatMap(WitnessRound::address)
                : DefaultRoute.gateway(routes);
    }

    private static Optional<InetAddress> address(String name) {
        try {
            return Optional.of(InetAddress.getByName(name));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean echoes(InetAddress gateway) {
        try {
            return gateway.isReachable((int) PATIENCE.toMillis());
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean connects(Witnesses.Outside place) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(place.host(), place.port()), (int) PATIENCE.toMillis());
            return true;
        } catch (NoRouteToHostException e) {
            return false;
        } catch (ConnectException e) {
            return isRefusal(e);
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    /** The JDK has one exception for a refusal and for an unreachable network; only their texts differ. */
    private static boolean isRefusal(ConnectException e) {
        return e.getMessage() != null && e.getMessage().contains("refused");
    }

    private static boolean hasInterface() {
        try {
            return NetworkInterface.networkInterfaces().anyMatch(WitnessRound::leadsOut);
        } catch (SocketException e) {
            return false;
        }
    }

    private static boolean leadsOut(NetworkInterface card) {
        try {
            return card.isUp()
                    && !card.isLoopback()
                    && card.inetAddresses().anyMatch(address -> !address.isLinkLocalAddress());
        } catch (SocketException e) {
            return false;
        }
    }
}
