package org.watchfloor.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.watchfloor.ui.lab.LabBoard;

/** A lab board whose switches only remember where they stand. */
public final class FakeLab implements LabBoard {
    private static final List<String> HTTP =
            List.of("refuse", "delay", "hang", "status 503", "wrong body", "cut mid-body");

    private static final List<String> HTTPS = List.of(
            "refuse",
            "delay",
            "hang",
            "error-5xx",
            "wrong-body",
            "cut",
            "drip",
            "expired-certificate",
            "expiring-certificate",
            "wrong-host-certificate");

    private final Map<String, Target> targets = new LinkedHashMap<>();

    public FakeLab() {
        add("web-1/http", 40_123, HTTP);
        add("web-2/https", 40_124, HTTPS);
        add("db-1/tcp", 40_125, List.of("refuse", "hang"));
        add("jump-1/ssh", 40_126, List.of("refuse", "changed host key", "failing command"));
    }

    private void add(String name, int port, List<String> faults) {
        targets.put(name, new Target(name, "127.0.0.1:" + port, faults, ""));
    }

    @Override
    public synchronized List<Target> targets() {
        return List.copyOf(targets.values());
    }

    @Override
    public synchronized void set(String target, String fault) {
        targets.computeIfPresent(target, (name, before) -> new Target(name, before.place(), before.faults(), fault));
    }

    @Override
    public void mend(String target) {
        set(target, "");
    }

    @Override
    public synchronized void mendAll() {
        List.copyOf(targets.keySet()).forEach(this::mend);
    }
}
