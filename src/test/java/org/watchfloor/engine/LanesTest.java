package org.watchfloor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.watchfloor.config.Check;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Outcome;

class LanesTest {
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");

    @Test
    void startsAllThatOneEndSetsFree() {
        Lanes lanes = wide(1_000, 1);
        Turn holder = turn("a", "ssh");
        List<Turn> others = turns("b", "ssh", 63);
        enterAll(lanes, List.of(holder));
        others.forEach(lanes::enter);
        Turn blockedByItsLane = turn("c", "ssh");
        Turn blockedByItsHost = turn("a", "http");
        enterAll(lanes, List.of(blockedByItsLane, blockedByItsHost));
        lanes.leave(holder);

        assertThat(drain(lanes)).containsExactlyInAnyOrder(blockedByItsLane, blockedByItsHost);
    }

    @Test
    void letsNoFullHostHoldUpTheOthers() {
        Lanes lanes = wide(1_000, 1);
        List<Turn> sameHost = List.of(turn("full", "ssh"), turn("full", "ssh"));
        List<Turn> filling = turns("other", "ssh", 63);
        Turn behind = turn("free", "ssh");
        enterAll(lanes, sameHost);
        enterAll(lanes, filling);
        lanes.enter(behind);
        lanes.leave(filling.getFirst());

        assertThat(drain(lanes)).containsExactly(behind);
    }

    @Test
    void letsTheHostsOfALaneTakeTurns() {
        Lanes lanes = wide(1_000, 100);
        List<Turn> running = turns("busy", "command", 32);
        enterAll(lanes, running);
        List<Turn> many =
                IntStream.range(0, 50).mapToObj(i -> turn("many", "command")).toList();
        enterAll(lanes, many);
        Turn single = turn("single", "command");
        lanes.enter(single);
        List<Turn> started = new ArrayList<>();
        running.subList(0, 2).forEach(turn -> {
            lanes.leave(turn);
            started.addAll(drain(lanes));
        });

        assertThat(started).containsExactly(many.getFirst(), single);
    }

    @Test
    void letsTheKindsTakeTurnsWhereAllTogetherAreTooMany() {
        Lanes lanes = wide(1_000, 1_000);
        List<Turn> running = new ArrayList<>();
        for (String kind : List.of("http", "tcp", "one", "two")) {
            running.addAll(turns("host-" + kind, kind, 400));
        }
        running.removeIf(turn -> !lanes.enter(turn));
        enterAll(lanes, List.of(turn("x", "two"), turn("x", "two"), turn("x", "http"), turn("x", "http")));
        List<String> served = new ArrayList<>();
        for (int ended = 0; ended < 400; ended++) {
            lanes.leave(running.get(ended));
            drain(lanes).forEach(turn -> served.add(turn.lane));
        }

        assertThat(running).hasSize(1_000);
        assertThat(served).contains("http", "two");
    }

    @Test
    void leavesEachKindAPlaceWhenFewMayRun() {
        Lanes lanes = wide(10, 10);
        turns("hanging", "ssh", 100).forEach(lanes::enter);
        turns("hanging-too", "command", 100).forEach(lanes::enter);

        assertThat(lanes.enter(turn("web", "http"))).isTrue();
    }

    @Test
    void forgetsNobodyWhenTheLimitsGrow() {
        Lanes lanes = wide(1_000, 1);
        enterAll(lanes, turns("host", "tcp", 1));
        List<Turn> waiting =
                IntStream.range(0, 10).mapToObj(i -> turn("host-0", "tcp")).toList();
        enterAll(lanes, waiting);
        lanes.limit(1_000, 6);

        assertThat(drain(lanes)).containsExactlyElementsOf(waiting.subList(0, 5));
        assertThat(lanes.figures().values())
                .extracting(EngineFigures.Lane::waiting)
                .containsExactly(5);
    }

    @Test
    void beginsNarrowAndDoublesEachSecond() {
        Lanes lanes = new Lanes(1_000, 8);
        enterAll(lanes, turns("host", "http", 500));
        List<Integer> running = new ArrayList<>(List.of(lanes.running()));
        for (int second = 0; second < 8; second++) {
            lanes.widen();
            drain(lanes);
            running.add(lanes.running());
        }

        assertThat(running).containsExactly(4, 8, 16, 32, 64, 128, 256, 400, 400);
    }

    @Test
    void runsEverythingOnceInTheEnd() {
        Lanes lanes = wide(20, 2);
        List<Turn> running = new ArrayList<>();
        List<Turn> all = new ArrayList<>();
        for (String kind : List.of("http", "ssh", "command", "tcp")) {
            IntStream.range(0, 250).forEach(i -> all.add(turn("host-" + i % 7, kind)));
        }
        all.stream().filter(lanes::enter).forEach(running::add);
        for (int ended = 0; ended < running.size(); ended++) {
            lanes.leave(running.get(ended));
            running.addAll(drain(lanes));
        }

        assertThat(running).containsExactlyInAnyOrderElementsOf(all);
        assertThat(lanes.running()).isZero();
    }

    private static Lanes wide(int concurrent, int perHost) {
        Lanes lanes = new Lanes(concurrent, perHost);
        IntStream.range(0, 20).forEach(second -> lanes.widen());
        return lanes;
    }

    private static void enterAll(Lanes lanes, List<Turn> turns) {
        turns.forEach(lanes::enter);
    }

    private static List<Turn> drain(Lanes lanes) {
        List<Turn> started = new ArrayList<>();
        for (Optional<Rider> next = lanes.next(); next.isPresent(); next = lanes.next()) {
            started.add((Turn) next.get());
        }
        return started;
    }

    /** Of a host each. */
    private static List<Turn> turns(String host, String lane, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> turn(host + "-" + number, lane))
                .toList();
    }

    private static Turn turn(String host, String lane) {
        Check check = Sites.site().host(host, "check").build().checks().getFirst();
        return new Turn(check, timeout -> Observation.of(new Outcome.Up("fine")), lane, 0.5, NOW);
    }
}
