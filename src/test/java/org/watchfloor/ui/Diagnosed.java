package org.watchfloor.ui;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.watchfloor.model.Diagnosis;
import org.watchfloor.model.Rung;
import org.watchfloor.model.Rung.Standing;

/** What the ladder found of a web server that refuses connections. */
public final class Diagnosed {
    public static final Diagnosis REFUSED = new Diagnosis(
            Worlds.NOON.minusSeconds(298),
            List.of(
                    new Rung(
                            "name",
                            Standing.CHANGED,
                            "web-7.example.net is 10.2.0.9",
                            Optional.of(Duration.ofMillis(3)),
                            "10.2.0.4 until 2026-11-20T11:59:08Z"),
                    ok("route", "leaves this machine over eth0 from 10.2.0.2", 0),
                    new Rung(
                            "TCP",
                            Standing.BROKEN,
                            "connection refused by 10.2.0.9:443",
                            Optional.of(Duration.ofMillis(1)),
                            "connected in 2 ms"),
                    notReached("TLS"),
                    notReached("HTTP"),
                    notReached("content")),
            Optional.of(Worlds.NOON.minusSeconds(301)),
            "");

    private Diagnosed() {}

    private static Rung ok(String name, String seen, int millis) {
        return new Rung(name, Standing.OK, seen, Optional.of(Duration.ofMillis(millis)), "");
    }

    private static Rung notReached(String name) {
        return new Rung(name, Standing.NOT_REACHED, "", Optional.empty(), "");
    }
}
