package org.watchfloor.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchfloor.gate.Breaker;
import org.watchfloor.gate.BreakerPolicy;
import org.watchfloor.gate.CallResult;
import org.watchfloor.gate.GateId;
import org.watchfloor.gate.GateMove;
import org.watchfloor.gate.Hand;
import org.watchfloor.model.Actor;

/** Breakers of the sixty hosts in all states, and the moves that brought them there. */
public final class GateScenes {
    public static final GateId DOWN = host("web-7");
    public static final GateId TRYING = host("mail-relay-2");
    public static final GateId KEPT = new GateId(GateId.Kind.CHANNEL, "ops-mail");

    private static final Instant NOON = Worlds.NOON;
    private static final Actor MARA = new Actor("mara");

    private GateScenes() {}

    private static GateId host(String name) {
        return new GateId(GateId.Kind.HOST, name);
    }

    /** How those stand that do not stand as new ones. */
    public static Map<GateId, Breaker> present() {
        Map<GateId, Breaker> all = new LinkedHashMap<>();
        all.put(DOWN, opened(1_412, Duration.ofMinutes(4), CallResult.FAILED));
        all.put(host("db-3"), opened(20_311, Duration.ofMinutes(95), CallResult.TIMED_OUT));
        all.put(TRYING, halfOpen());
        all.put(KEPT, called(27, Duration.ofHours(5)).set(Hand.FORCED_OPEN));
        all.put(
                host("edge-syd"),
                failed(called(812, Duration.ofHours(2)), 2, CallResult.TIMED_OUT, 7_200)
                        .set(Hand.METRICS_ONLY));
        all.put(host("printer-3rd-floor"), called(96, Duration.ofDays(3)).set(Hand.DISABLED));
        all.put(host("api-4"), failed(called(3_140, Duration.ofMinutes(20)), 3, CallResult.FAILED, 1_200));
        return all;
    }

    /** The same, and one that opened just now. */
    public static Map<GateId, Breaker> withOneThatWaits() {
        Map<GateId, Breaker> all = present();
        all.put(host("db-1"), opened(311, Duration.ofSeconds(18), CallResult.TIMED_OUT));
        all.put(new GateId(GateId.Kind.ACTION, "web-7"), opened(5, Duration.ofMinutes(2), CallResult.FAILED));
        return all;
    }

    /** Of the last day. */
    public static List<GateMove> moves() {
        List<GateMove> moves = new ArrayList<>();
        Map<GateId, Breaker> all = present();
        add(
                moves,
                host("db-3"),
                Duration.ofHours(19),
                opened(5, Duration.ofHours(19), CallResult.TIMED_OUT),
                "5 failures in a row");
        add(moves, host("db-3"), Duration.ofHours(16), called(2, Duration.ofHours(16)), "trials succeeded");
        hand(moves, host("printer-3rd-floor"), Duration.ofDays(3), all, "it sleeps at night and nobody minds");
        hand(moves, KEPT, Duration.ofHours(5), all, "the mail server is moved to the new rack until six");
        hand(moves, host("edge-syd"), Duration.ofHours(2), all, "the provider throttles us, we only watch");
        add(moves, host("db-3"), Duration.ofMinutes(95), all, "5 failures in a row");
        add(
                moves,
                TRYING,
                Duration.ofMinutes(7),
                opened(5, Duration.ofMinutes(7), CallResult.FAILED),
                "5 failures in a row");
        add(moves, DOWN, Duration.ofMinutes(4), all, "5 failures in a row");
        add(moves, TRYING, Duration.ofSeconds(50), all, "a trial succeeded");
        return moves;
    }

    private static void add(List<GateMove> to, GateId gate, Duration ago, Map<GateId, Breaker> all, String why) {
        Optional.ofNullable(all.get(gate)).ifPresent(breaker -> add(to, gate, ago, breaker, why));
    }

    private static void add(List<GateMove> to, GateId gate, Duration ago, Breaker breaker, String why) {
        to.add(GateMove.of(to.size() + 1L, gate, breaker, NOON.minus(ago), Optional.empty(), why));
    }

    private static void hand(List<GateMove> to, GateId gate, Duration ago, Map<GateId, Breaker> all, String why) {
        Optional.ofNullable(all.get(gate))
                .map(breaker -> GateMove.of(to.size() + 1L, gate, breaker, NOON.minus(ago), Optional.of(MARA), why))
                .ifPresent(to::add);
    }

    private static Breaker opened(int before, Duration ago, CallResult how) {
        Breaker breaker = called(before, ago.plusSeconds(60));
        long at = ago.toSeconds();
        return failed(breaker, 5, how, at + 4);
    }

    private static Breaker halfOpen() {
        Breaker open = opened(640, Duration.ofMinutes(7), CallResult.FAILED);
        Instant at = NOON.minusSeconds(50);
        return open.passed(CallResult.SUCCEEDED, Duration.ofMillis(40), at, at);
    }

    /** So many successes, the last of them so long ago. */
    private static Breaker called(int times, Duration ago) {
        Instant last = NOON.minus(ago);
        Breaker breaker = Breaker.closed(BreakerPolicy.DEFAULT, last.minusSeconds(2L * times));
        for (int i = times; i > 0; i--) {
            Instant at = last.minusSeconds(i - 1L);
            breaker = breaker.passed(CallResult.SUCCEEDED, Duration.ofMillis(20), at, at);
        }
        return breaker;
    }

    /** A failure a second, the first of them so many seconds ago. */
    private static Breaker failed(Breaker from, int times, CallResult how, long secondsAgo) {
        Breaker breaker = from;
        for (int i = 0; i < times; i++) {
            Instant at = NOON.minusSeconds(secondsAgo - i);
            breaker = breaker.passed(how, Duration.ofSeconds(1), at, at);
        }
        return breaker;
    }
}
