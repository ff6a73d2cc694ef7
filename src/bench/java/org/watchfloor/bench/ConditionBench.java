package org.watchfloor.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.watchfloor.alert.condition.Condition;
import org.watchfloor.alert.condition.ConditionParser;
import org.watchfloor.alert.condition.Needs;
import org.watchfloor.alert.condition.Parsed;
import org.watchfloor.alert.condition.Samples;
import org.watchfloor.alert.condition.Sight;
import org.watchfloor.alert.condition.Truth;
import org.watchfloor.model.State;

/**
 * What alert rules cost: fifty conditions, each evaluated against 10,000 checks. Prints one line of JSON: the share of a
 * core if that happens every ten seconds, and what single conditions cost.
 */
public final class ConditionBench {
    private static final int CHECKS = 10_000;
    private static final int RULES = 50;
    private static final int ROUNDS = 12;
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
    private static final List<String> KINDS = List.of(
            "latency > 500ms",
            "state in (DOWN, UNREACHABLE) and age > 5m",
            "cert_days_left < 14",
            "status >= 500 or failed == 1",
            "disk.*.used_percent > 90",
            "avg(latency, 5m) > 500ms",
            "p95(latency, 5m) > 500ms",
            "avg(failed, 5m) > 5% and state != MAINTENANCE",
            "not (latency <= 2s and connect <= 1s)",
            "p99(latency, 1h) > 2s");

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final List<Sight> sights = new ArrayList<>();
    private long held;

    private ConditionBench() {}

    public static void main(String[] args) {
        new ConditionBench().measure();
    }

    private void measure() {
        Random random = new Random(1);
        Needs needs = KINDS.stream().map(text -> parse(text).needs()).reduce(Needs.NOTHING, Needs::and);
        for (int check = 0; check < CHECKS; check++) {
            sights.add(Known.of(check, needs, random));
        }
        List<Condition<Sight>> rules = new ArrayList<>();
        for (int rule = 0; rule < RULES; rule++) {
            rules.add(parse(KINDS.get(rule % KINDS.size())));
        }
        List<Double> cores = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            double seconds = nanos(rules) / 1e9;
            if (round >= ROUNDS / 2) {
                cores.add(100 * seconds / 10);
            }
        }
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("checks", CHECKS);
        more.put("rules", RULES);
        more.put("bytesPerEvaluation", Figures.rounded(bytesPerEvaluation(rules)));
        more.put("nanosOf", nanosByKind());
        more.put("nanosToAddASampleToAnHour", Figures.rounded(nanosOfAdding()));
        more.put("held", held);
        new Figures(System.out).print("conditions", "% of a core, every 10 s", "< 5", cores, more);
    }

    private Map<String, Double> nanosByKind() {
        Map<String, Double> nanos = new LinkedHashMap<>();
        for (String text : KINDS) {
            List<Condition<Sight>> one = List.of(parse(text));
            nanos.put(text, Figures.rounded((double) nanos(one) / CHECKS));
        }
        return nanos;
    }

    private long nanos(List<Condition<Sight>> conditions) {
        long start = threads.getCurrentThreadCpuTime();
        for (Sight sight : sights) {
            for (Condition<Sight> condition : conditions) {
                held += condition.test(sight, NOW) == Truth.TRUE ? 1 : 0;
            }
        }
        return threads.getCurrentThreadCpuTime() - start;
    }

    private double bytesPerEvaluation(List<Condition<Sight>> conditions) {
        long before = threads.getCurrentThreadAllocatedBytes();
        nanos(conditions);
        return (double) (threads.getCurrentThreadAllocatedBytes() - before) / CHECKS / conditions.size();
    }

    private double nanosOfAdding() {
        Samples samples = Samples.NONE;
        int count = 200_000;
        long start = 0;
        for (int index = 0; index < 2 * count; index++) {
            if (index == count) {
                start = threads.getCurrentThreadCpuTime();
            }
            samples = samples.with(NOW.plusSeconds(30L * index), index, Duration.ofHours(1));
        }
        held += samples.size();
        return (double) (threads.getCurrentThreadCpuTime() - start) / count;
    }

    private static Condition<Sight> parse(String text) {
        Parsed<Sight> parsed = ConditionParser.forCheck(text);
        return parsed.condition()
                .orElseThrow(() -> new IllegalStateException(parsed.problem().toString()));
    }

    /** One check as the engine may hold it: all that is asked for lies ready. */
    private record Known(
            String name, Optional<State> state, Instant since, Map<String, Double> values, Map<String, Samples> kept)
            implements Sight {
        static Known of(int check, Needs needs, Random random) {
            Map<String, Double> values = new HashMap<>();
            values.put("latency", 20 + 5 * random.nextDouble());
            values.put("connect", random.nextDouble());
            values.put("failed", 0.0);
            values.put("status", 200.0);
            values.put("cert_days_left", 60.0);
            values.put("disk./.used_percent", 50.0);
            values.put("disk./var.used_percent", 60.0);
            Map<String, Samples> kept = new HashMap<>();
            for (String metric : List.of("latency", "failed")) {
                Duration span = needs.window(metric).orElseThrow();
                Samples samples = Samples.NONE;
                for (Instant at = NOW.minus(span); !at.isAfter(NOW); at = at.plusSeconds(30)) {
                    samples = samples.with(at, values.getOrDefault(metric, 0.0) * (1 + random.nextDouble()), span);
                }
                kept.put(metric, samples);
            }
            return new Known("host-" + check, Optional.of(State.UP), NOW.minusSeconds(3600), values, kept);
        }

        @Override
        public double value(String metric) {
            Double value = values.get(metric);
            return value == null ? Double.NaN : value;
        }

        @Override
        public Samples samples(String metric) {
            return kept.getOrDefault(metric, Samples.NONE);
        }

        @Override
        public Collection<String> metrics() {
            return values.keySet();
        }
    }
}
