package org.watchfloor.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.watchfloor.engine.RuleLoad;

/**
 * What fifty alert rules cost the engine, looked at by 10,000 checks every ten seconds: from the result to what is
 * decided, with windows that are full, one check in a hundred in trouble, and alerts that come and go. Prints one line of
 * JSON: the share of a core that the rules take, which is what all decisions take less what they take without rules.
 */
public final class RulesBench {
    private static final int CHECKS = 10_000;
    private static final int RULES = 50;
    private static final int ROUNDS = 30;
    private static final double INTERVAL = 10;
    private static final List<String> KINDS = List.of(
            "{ when: latency > %d00ms, for: 1m }",
            "{ when: 'state in (DOWN, UNREACHABLE) and age > %dm' }",
            "{ when: cert_days_left < %d }",
            "{ when: disk.*.used_percent > 9%d }",
            "{ when: 'avg(latency, 5m) > %d00ms', for: 30s }",
            "{ when: 'p95(latency, 5m) > %d00ms' }",
            "{ when: 'avg(failed, 15m) > %d%% and state != DOWN', for: 5m }",
            "{ when: 'p99(latency, 1h) > %ds' }",
            "{ when: 'cpu.used_percent > 9%d', for: 5m }",
            "{ each: host, when: 'share(state == DOWN) > %d0%%' }");

    private RulesBench() {}

    public static void main(String[] args) {
        List<String> rules = new ArrayList<>();
        for (int rule = 0; rule < RULES; rule++) {
            rules.add(KINDS.get(rule % KINDS.size()).formatted(3 + rule / KINDS.size()));
        }
        RuleLoad with = new RuleLoad(CHECKS, rules);
        RuleLoad without = new RuleLoad(CHECKS, List.of());
        List<Double> cores = new ArrayList<>();
        List<Double> all = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            double more = with.seconds();
            double less = without.seconds();
            if (round >= ROUNDS / 2) {
                all.add(100 * more / INTERVAL);
                cores.add(100 * (more - less) / INTERVAL);
            }
        }
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("checks", CHECKS);
        more.put("rules", RULES);
        more.put("allDecisions", Figures.rounded(Figures.median(all)));
        more.put("decided", with.effects());
        new Figures(System.out).print("rules", "% of a core, every 10 s", "< 5", cores, more);
    }
}
