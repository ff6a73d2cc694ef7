package org.watchfloor.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.watchfloor.engine.EngineFigures;
import org.watchfloor.engine.StoreFigures;

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
                148_000_000);
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
