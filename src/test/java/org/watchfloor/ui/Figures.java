package org.watchfloor.ui;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.watchfloor.engine.EngineFigures;
import org.watchfloor.engine.OutwardFigures;
import org.watchfloor.engine.StoreFigures;
import org.watchfloor.gate.LimitFigures;
import org.watchfloor.model.PoolFigures;

/** What the engine counts while the {@link Worlds} are shown. */
final class Figures {
    private Figures() {}

    static EngineFigures at(long sequence, StoreFigures store) {
        return new EngineFigures(
                Worlds.NOON.minusSeconds(8_940),
                412.3 + 24 * Math.sin(sequence / 3.0) + sequence % 5,
                3_684_120,
                3,
                1,
                new EngineFigures.Lag(
                        1.2, 8.1, 41, List.of(9_120L, 7_044L, 3_310L, 1_202L, 341L, 58L, 12L, 3L, 0L, 0L, 0L)),
                4,
                10_000,
                lanes(),
                store,
                List.of(
                        new EngineFigures.Step("data directory", 3.1, true, "/var/lib/watchfloor"),
                        new EngineFigures.Step("store", 412, true, "opened, 912 transitions"),
                        new EngineFigures.Step("configuration", 88, true, "60 hosts, 170 checks"),
                        new EngineFigures.Step("engine", 1.4, true, "running"),
                        new EngineFigures.Step("web door", 9.7, true, "127.0.0.1:7070")),
                148_000_000,
                new OutwardFigures(pools(), limits()));
    }

    private static Map<String, PoolFigures> pools() {
        Map<String, PoolFigures> pools = new LinkedHashMap<>();
        pools.put(
                "http",
                new PoolFigures(
                        14,
                        96,
                        2,
                        new PoolFigures.Acquisition(8_210, Duration.ofNanos(1_840_000), Duration.ofMillis(212)),
                        48_112,
                        48_002,
                        31));
        pools.put(
                "ssh",
                new PoolFigures(
                        32,
                        9,
                        5,
                        new PoolFigures.Acquisition(611, Duration.ofMillis(46), Duration.ofMillis(1_930)),
                        120,
                        79,
                        4));
        return pools;
    }

    private static List<LimitFigures> limits() {
        return List.of(
                new LimitFigures(LimitFigures.Kind.CONCURRENT, "ssh checks", "32 at once", 8_120, 412, 0, 0, 5, 32),
                new LimitFigures(LimitFigures.Kind.CONCURRENT, "ssh steps", "4 at once", 12, 1, 0, 0, 0, 1),
                new LimitFigures(LimitFigures.Kind.RATE, "host db-1", "2 calls per 1 s", 41_077, 96, 14, 2, 1, 0),
                new LimitFigures(LimitFigures.Kind.RATE, "host web-1", "2 calls per 1 s", 38_204, 0, 0, 0, 0, 0));
    }

    private static Map<String, EngineFigures.Lane> lanes() {
        Map<String, EngineFigures.Lane> lanes = new LinkedHashMap<>();
        lanes.put("http", new EngineFigures.Lane(14, 0, 400));
        lanes.put("tcp", new EngineFigures.Lane(3, 0, 400));
        lanes.put("ssh", new EngineFigures.Lane(32, 5, 32));
        lanes.put("command", new EngineFigures.Lane(1, 0, 64));
        return lanes;
    }
}
