package org.watchfloor.config;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What may be switched off as a whole, at once and for a while: the {@code features:} section. All is on by default.
 * Checks have no such switch: a console that watches nothing says so host by host.
 *
 * @param breakers off: all calls go through, none is counted, and no check is slowed down; each stands as it did when it
 *     is on again
 * @param recovery off: nothing begins by itself, whatever the automation level; what it would have begun is on record
 * @param retries off: no runbook begins that repeats what failed
 * @param failover off: no runbook begins that moves a service to another instance
 * @param metrics off: {@code /metrics} answers 404
 */
public record Features(boolean breakers, boolean recovery, boolean retries, boolean failover, boolean metrics) {
    public static final Features ALL = new Features(true, true, true, true, true);

    public static Features of(Site site) {
        return site.section(Features.class).orElse(ALL);
    }

    /** Their keys; empty if all is on. */
    public List<String> switchedOff() {
        Map<String, Boolean> all = new TreeMap<>(Map.of(
                "breakers", breakers,
                "recovery", recovery,
                "retries", retries,
                "failover", failover,
                "metrics", metrics));
        all.values().removeIf(isOn -> isOn);
        return List.copyOf(all.keySet());
    }
}
